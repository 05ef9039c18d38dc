package io.github.depends.web.detection;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.util.ClassUtils;

/**
 * Methods with the parameters of constructors, their annotations, type arguments and names included, for argument resolvers
 * that ask a parameter for its method, as that of Spring Data's {@code Pageable} does. Nobody calls them.
 */
final class StandInMethods {

    private final Map<Constructor<?>, Optional<Method>> methods = new ConcurrentHashMap<>();

    /** Returns the method that stands for a constructor, {@code null} if there cannot be one. */
    @Nullable Method of(Constructor<?> constructor) {
        return methods.computeIfAbsent(constructor, any -> Optional.ofNullable(make(any)))
                .orElse(null);
    }

    private static @Nullable Method make(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        try (InputStream file = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
            if (file == null) {
                return null;
            }
            Class<?> made = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .defineHiddenClass(written(file, constructor), false)
                    .lookupClass();
            return made.getDeclaredMethods()[0];
        } catch (IOException | IllegalAccessException | LinkageError | UnsupportedOperationException unreadable) {
            return null;
        }
    }

    private static byte[] written(InputStream file, Constructor<?> constructor) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(new Copy(writer, constructor), ClassReader.SKIP_CODE);
        return writer.toByteArray();
    }

    /** Copies the head of a constructor to a method of an interface that has nothing else. */
    private static final class Copy extends ClassVisitor {

        private final ClassWriter writer;
        private final Constructor<?> constructor;

        Copy(ClassWriter writer, Constructor<?> constructor) {
            super(SpringAsmInfo.ASM_VERSION);
            this.writer = writer;
            this.constructor = constructor;
        }

        // The type parameters are in the signature.
        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            writer.visit(
                    version,
                    Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
                    name + "$StandIn",
                    signature,
                    "java/lang/Object",
                    null);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (!name.equals("<init>") || !descriptor.equals(Type.getConstructorDescriptor(constructor))) {
                return null;
            }
            String made = Type.getDescriptor(constructor.getDeclaringClass());
            return writer.visitMethod(
                    Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
                    constructor.getDeclaringClass().getSimpleName(),
                    giving(made, descriptor),
                    signature == null ? null : giving(made, signature),
                    exceptions);
        }

        // A constructor is a method that gives nothing.
        private static String giving(String type, String descriptor) {
            return descriptor.substring(0, descriptor.lastIndexOf(')') + 1) + type;
        }
    }
}
