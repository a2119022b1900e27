package dev.temper.kernel.eval.stop;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds in one method the jumps back of loops that end by themselves, so that they need no stop check: innermost loops
 * over an {@code int} that moves by one towards its bound, is set nowhere else, and whose body calls nothing. A check
 * would keep the compiler from turning such loops into vector instructions, which makes them eight times slower.
 */
final class CountedLoops extends MethodVisitor {
    private static final Label NONE = new Label();

    /** One instruction, as far as loops are concerned. */
    private record Step(int opcode, int variable, int amount, Label target, int jump) {}

    private final List<Step> steps = new ArrayList<>();
    private final Map<Label, Integer> places = new HashMap<>();
    private int jumps;

    CountedLoops() {
        super(Opcodes.ASM9);
    }

    /** The numbers of the jumps, counted over the method from 0, that need no check. */
    Set<Integer> harmless() {
        Set<Integer> found = new HashSet<>();
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            if (step.opcode == GOTO && goesBack(at) && endsByItself(places.getOrDefault(step.target, at), at)) {
                found.add(step.jump);
            }
        }
        return found;
    }

    private boolean goesBack(int at) {
        Step step = steps.get(at);
        return step.jump >= 0 && places.getOrDefault(step.target, Integer.MAX_VALUE) <= at;
    }

    private boolean endsByItself(int top, int jump) {
        if (jump - 1 <= top) {
            return false;
        }
        Step increment = steps.get(jump - 1);
        if (increment.opcode != IINC || Math.abs(increment.amount) != 1) {
            return false;
        }
        int counter = increment.variable;
        return leavesAtBound(top, jump, counter, increment.amount) && bodyLeavesAlone(top, jump, counter);
    }

    /** Whether the loop begins with the strict comparison of the counter that it moves towards failing. */
    private boolean leavesAtBound(int top, int jump, int counter, int amount) {
        if (!loads(top, counter)) {
            return false;
        }
        int zeroOpcode = steps.get(top + 1).opcode;
        if (amount > 0 ? zeroOpcode == IFGE || zeroOpcode == IFGT : zeroOpcode == IFLE || zeroOpcode == IFLT) {
            return leaves(top + 1, jump);
        }
        int compare = top + 1 + boundLength(top + 1, counter);
        return compare > top + 1
                && compare < jump
                && steps.get(compare).opcode == (amount > 0 ? IF_ICMPGE : IF_ICMPLE)
                && leaves(compare, jump);
    }

    private boolean loads(int at, int variable) {
        return steps.get(at).opcode == ILOAD && steps.get(at).variable == variable;
    }

    private boolean leaves(int at, int jump) {
        return places.getOrDefault(steps.get(at).target, 0) > jump;
    }

    /** How many instructions load the bound, 0 when it is not simple. */
    private int boundLength(int at, int counter) {
        int opcode = steps.get(at).opcode;
        int next = at + 1 < steps.size() ? steps.get(at + 1).opcode : NOP;
        if (opcode == ALOAD) {
            return next == ARRAYLENGTH || next == GETFIELD ? 2 : 0;
        }
        boolean constant =
                (opcode >= ICONST_M1 && opcode <= ICONST_5) || opcode == BIPUSH || opcode == SIPUSH || opcode == LDC;
        if (opcode == GETSTATIC) {
            return next == ARRAYLENGTH ? 2 : 1;
        }
        return constant || (opcode == ILOAD && !loads(at, counter)) ? 1 : 0;
    }

    private boolean bodyLeavesAlone(int top, int jump, int counter) {
        for (int at = top; at < jump; at++) {
            Step step = steps.get(at);
            boolean moves = at != jump - 1
                    && step.variable == counter
                    && (step.opcode == IINC || (step.opcode >= ISTORE && step.opcode <= ASTORE));
            if (moves || (step.opcode >= INVOKEVIRTUAL && step.opcode <= INVOKEDYNAMIC) || goesBack(at)) {
                return false;
            }
        }
        return true;
    }

    private void add(int opcode, int variable, int amount) {
        steps.add(new Step(opcode, variable, amount, NONE, -1));
    }

    @Override
    public void visitLabel(Label label) {
        places.put(label, steps.size());
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        steps.add(new Step(opcode, -1, 0, label, jumps++));
    }

    @Override
    public void visitInsn(int opcode) {
        add(opcode, -1, 0);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        add(opcode, variable, 0);
    }

    @Override
    public void visitIincInsn(int variable, int amount) {
        add(IINC, variable, amount);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        add(opcode, -1, 0);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        add(opcode, -1, 0);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        add(opcode, -1, 0);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        add(owner.equals("java/lang/Math") ? NOP : opcode, -1, 0);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        add(INVOKEDYNAMIC, -1, 0);
    }

    @Override
    public void visitLdcInsn(Object value) {
        add(LDC, -1, 0);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
        add(TABLESWITCH, -1, 0);
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
        add(LOOKUPSWITCH, -1, 0);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        add(MULTIANEWARRAY, -1, 0);
    }
}
