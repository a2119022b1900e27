package dev.temper.kernel.cell;

/** What some names mean in the notebook that a cell belongs to. */
public interface Names {
    /** No name is known. */
    Names NONE = new Names() {
        @Override
        public boolean isMagic(String name) {
            return false;
        }

        @Override
        public boolean isVariable(String name) {
            return false;
        }
    };

    /**
     * Tells whether there is a magic of a name.
     *
     * @param name the name, without percent signs
     * @return whether there is
     */
    boolean isMagic(String name);

    /**
     * Tells whether there is a variable of Java of a name.
     *
     * @param name the name
     * @return whether there is
     */
    boolean isVariable(String name);
}
