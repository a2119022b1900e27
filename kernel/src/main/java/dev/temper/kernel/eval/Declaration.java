package dev.temper.kernel.eval;

/**
 * Something that cells have declared and that can be used from now on.
 *
 * @param kind what it is
 * @param name its simple name; of an import the whole text
 * @param source how it was declared; of a variable its type and name
 */
public record Declaration(Kind kind, String name, String source) {
    /** What can be declared. */
    public enum Kind {
        /** An import. */
        IMPORT,
        /** A variable. */
        VARIABLE,
        /** A method. */
        METHOD,
        /** A class, interface, enum, record or annotation. */
        TYPE
    }
}
