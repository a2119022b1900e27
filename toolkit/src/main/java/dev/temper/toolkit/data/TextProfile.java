package dev.temper.toolkit.data;

/**
 * How the embedded study's generator writes a text: how much of it is on the domain, and what is wrong with it.
 *
 * @param domainShare share of documents on the domain, 0 to 1; the others are general
 * @param noise probability, 0 to 1, that a token is replaced by a uniform one
 * @param wrongFacts share of the domain's facts, 0 to 1, that are consistently stated wrongly
 * @param headSubjects how many of the domain's subjects, most frequent first, are written about; 0 means all
 */
public record TextProfile(double domainShare, double noise, double wrongFacts, int headSubjects) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a share lies outside 0 to 1 or the number of subjects is negative
     */
    public TextProfile {
        share("domain-share", domainShare);
        share("noise", noise);
        share("wrong-facts", wrongFacts);
        if (headSubjects < 0) {
            throw new IllegalArgumentException("head-subjects must be zero or more, but is " + headSubjects);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, but is " + value);
        }
    }
}
