package io.github.depends.web;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.BindParam;

/** Finds the names by which a data binder fills an object: properties, fields and the parameters of its constructor. */
final class BoundProperties {

    private BoundProperties() {}

    /** Returns the types of these properties by name; none for what is a value itself. */
    static Map<String, ResolvableType> of(ResolvableType type) {
        Class<?> owner = type.resolve();
        if (owner == null || owner.isArray() || BeanUtils.isSimpleValueType(owner)) {
            return Map.of();
        }
        Map<String, ResolvableType> properties = new HashMap<>();
        ReflectionUtils.doWithFields(owner, field -> properties.putIfAbsent(field.getName(), of(field, type)));
        for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(owner)) {
            properties.put(property.getName(), of(property, type));
        }
        addParameters(owner, type, properties);
        return properties;
    }

    private static ResolvableType of(Field field, ResolvableType owner) {
        return ResolvableType.forField(field, owner);
    }

    private static ResolvableType of(PropertyDescriptor property, ResolvableType owner) {
        return property.getReadMethod() != null
                ? ResolvableType.forType(property.getReadMethod().getGenericReturnType(), owner)
                : ResolvableType.forClass(
                        property.getPropertyType() == null ? Object.class : property.getPropertyType());
    }

    private static void addParameters(Class<?> owner, ResolvableType type, Map<String, ResolvableType> to) {
        for (Constructor<?> constructor : owner.getDeclaredConstructors()) {
            if (constructor.getParameterCount() > 0 && isBound(owner, constructor)) {
                String[] names = BeanUtils.getParameterNames(constructor);
                for (int index = 0; index < names.length; index++) {
                    MethodParameter parameter = new MethodParameter(constructor, index);
                    BindParam given = parameter.getParameterAnnotation(BindParam.class);
                    to.put(
                            given == null || given.value().isEmpty() ? names[index] : given.value(),
                            ResolvableType.forType(constructor.getGenericParameterTypes()[index], type));
                }
            }
        }
    }

    private static boolean isBound(Class<?> owner, Constructor<?> constructor) {
        try {
            return constructor.equals(BeanUtils.getResolvableConstructor(owner));
        } catch (IllegalStateException none) {
            return false;
        }
    }
}
