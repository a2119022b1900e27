package dev.temper.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the type that the compiler found for a local variable out of the class file, and writes it as source. */
final class StaticType {
    private final String signature;
    private final ClassLoader loader;
    private int at;

    private StaticType(String signature, ClassLoader loader) {
        this.signature = signature;
        this.loader = loader;
    }

    /** The type of the variable, empty when source cannot name it. */
    static Optional<String> of(byte[] code, String variable, ClassLoader loader) {
        List<String> signatures = new ArrayList<>();
        MethodVisitor method = new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitLocalVariable(
                    String name, String type, @Nullable String generic, Label start, Label end, int index) {
                if (name.equals(variable)) {
                    signatures.add(generic == null ? type : generic);
                }
            }
        };
        ClassVisitor type = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String type, @Nullable String generic, String @Nullable [] thrown) {
                return method;
            }
        };
        new ClassReader(code).accept(type, ClassReader.SKIP_FRAMES);
        try {
            return signatures.stream().findFirst().map(signature -> new StaticType(signature, loader).next());
        } catch (UnnamedException e) {
            return Optional.empty();
        }
    }

    /** Reads one type of the signature. */
    private String next() {
        char kind = signature.charAt(at++);
        return switch (kind) {
            case '*' -> "?";
            case '+' -> "? extends " + next();
            case '-' -> "? super " + next();
            case '[' -> next() + "[]";
            case 'L' -> nextClass();
            case 'T' -> throw new UnnamedException();
            default -> Type.getType(String.valueOf(kind)).getClassName();
        };
    }

    private String nextClass() {
        StringBuilder name = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (char c = signature.charAt(at++); c != ';'; c = signature.charAt(at++)) {
            if (c == '<') {
                arguments.append('<').append(next());
                while (signature.charAt(at) != '>') {
                    arguments.append(", ").append(next());
                }
                arguments.append('>');
                at++;
            } else if (c == '.' && !arguments.isEmpty()) {
                throw new UnnamedException(); // an inner class of a generic one: too rare to be worth its rules
            } else {
                name.append(c == '/' ? '.' : c == '.' ? '$' : c);
            }
        }
        return PublicType.nameOf(load(name.toString())).orElseThrow(UnnamedException::new) + arguments;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UnnamedException();
        }
    }

    /** Says that source has no name for a type. */
    private static final class UnnamedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
