package io.github.depends.graph;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.util.ClassUtils;

/** Finds the line of a place in the source, which reflection does not tell. */
final class SourceLocation {

    private SourceLocation() {}

    /** Returns {@code package.Type.method(Type.java:12)}, without the line where the byte code has none. */
    static @Nullable String of(Site site) {
        if (site.element() instanceof Executable executable) {
            Lines lines = new Lines(executable);
            return executable.getDeclaringClass().getName() + "."
                    + (executable instanceof Constructor ? "<init>" : executable.getName()) + "(" + lines.read() + ")";
        }
        if (site.element() instanceof Class<?> type) {
            return type.getName();
        }
        return site.element() instanceof Package named ? named.getName() + ".package-info" : null;
    }

    private static final class Lines extends ClassVisitor {

        private final Executable executable;
        private String file = "Unknown Source";
        private int line;

        Lines(Executable executable) {
            super(SpringAsmInfo.ASM_VERSION);
            this.executable = executable;
        }

        String read() {
            Class<?> type = executable.getDeclaringClass();
            try (InputStream bytes = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
                if (bytes != null) {
                    new ClassReader(bytes).accept(this, ClassReader.SKIP_FRAMES);
                }
            } catch (IOException | RuntimeException unreadable) {
                return file;
            }
            return line == 0 ? file : file + ":" + line;
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            file = source == null ? file : source;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            String wanted = executable instanceof Method method
                    ? method.getName() + Type.getMethodDescriptor(method)
                    : "<init>" + Type.getConstructorDescriptor((Constructor<?>) executable);
            if (!wanted.equals(name + descriptor)) {
                return null;
            }
            return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {
                @Override
                public void visitLineNumber(int number, Label start) {
                    line = line == 0 ? number : Math.min(line, number);
                }
            };
        }
    }
}
