package dev.temper.toolkit.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A clean text read back into documents and sentences by the rules of its grammar alone.
 *
 * @param documents whole documents; the last, which may be cut, is left out
 */
record Parsed(List<Document> documents) {
    record Document(boolean onDomain, List<Sentence> sentences) {}

    record Sentence(int subject, int relation, int object, boolean shortForm) {}

    static Parsed of(int[] text) {
        List<Document> documents = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        int at = 1;
        while (at + 7 < text.length) {
            if (text[at] == Lexicon.DOCUMENT) {
                documents.add(new Document(
                        Lexicon.DOMAIN_SUBJECTS.holds(sentences.get(0).subject()), sentences));
                sentences = new ArrayList<>();
                at++;
            } else if (text[at] == Lexicon.THE) {
                expect(text, at + 2, Lexicon.OF);
                expect(text, at + 4, Lexicon.IS);
                expect(text, at + 6, Lexicon.STOP);
                sentences.add(new Sentence(text[at + 3], text[at + 1], text[at + 5], false));
                at += 7;
            } else {
                expect(text, at + 3, Lexicon.STOP);
                sentences.add(new Sentence(text[at], text[at + 1], text[at + 2], true));
                at += 4;
            }
        }
        return new Parsed(documents);
    }

    List<Sentence> sentences() {
        return documents.stream()
                .flatMap(document -> document.sentences().stream())
                .toList();
    }

    private static void expect(int[] text, int at, int token) {
        if (text[at] != token) {
            throw new IllegalArgumentException("token " + at + " must be " + token + ", but is " + text[at]);
        }
    }
}
