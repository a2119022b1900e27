package dev.temper.kernel.eval.stop;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves calls of {@link StopCheck#check()} into a class, at the start of each method and before each jump back, and
 * has {@link ExitCall} told of the end that code asks for. The calls need no stack and no branch, so the frames that the
 * compiler wrote stay right and no class hierarchy has to be known.
 */
public final class StopWeaver {
    private static final String CHECK = Type.getInternalName(StopCheck.class);
    private static final String EXIT = Type.getInternalName(ExitCall.class);
    private static final boolean OFF = "off".equals(System.getProperty("temper.stopchecks"));

    private StopWeaver() {}

    /**
     * Puts the checks into a class.
     *
     * @param code the class file
     * @return the class file with checks; as it was when the property {@code temper.stopchecks} is {@code off}, which
     *     is for measuring what the checks cost
     */
    public static byte[] weave(byte[] code) {
        if (OFF) {
            return code;
        }
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String sign,
                            String @Nullable [] thrown) {
                        return new Checks(super.visitMethod(access, name, descriptor, sign, thrown));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Adds the checks to one method. */
    private static final class Checks extends MethodVisitor {
        private final Set<Label> seen = new HashSet<>();

        Checks(MethodVisitor method) {
            super(Opcodes.ASM9, method);
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECK, "check", "()V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean exits = owner.equals("java/lang/System") && name.equals("exit");
            super.visitMethodInsn(opcode, exits ? EXIT : owner, name, descriptor, isInterface);
        }

        @Override
        public void visitLabel(Label label) {
            seen.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (seen.contains(label)) {
                check();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
            checkIfBack(other, labels);
            super.visitTableSwitchInsn(min, max, other, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            checkIfBack(other, labels);
            super.visitLookupSwitchInsn(other, keys, labels);
        }

        private void checkIfBack(Label other, Label... labels) {
            if (seen.contains(other) || Arrays.stream(labels).anyMatch(seen::contains)) {
                check();
            }
        }
    }
}
