package dev.temper.kernel.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Collects what fits at the cursor, each name once, and puts the best first. */
final class Suggestions {
    /** One name. */
    private static final class Entry {
        private final String text;
        private final String type;
        private final int distance;
        private final Set<String> signatures = new LinkedHashSet<>();
        private boolean wanted;

        Entry(String text, String type, int distance) {
            this.text = text;
            this.type = type;
            this.distance = distance;
        }
    }

    private static final int UNIMPORTED = 100;
    private static final int MOST_SIGNATURES = 6;

    private final Signatures signatures;
    private final Predicate<String> name;
    private final Predicate<TypeMirror> wanted;
    private final Map<String, Entry> byText = new LinkedHashMap<>();

    /**
     * Makes an empty collection.
     *
     * @param types knows the types
     * @param name which names fit
     * @param wanted which types of values are wanted
     */
    Suggestions(Types types, Predicate<String> name, Predicate<TypeMirror> wanted) {
        this.signatures = new Signatures(types);
        this.name = name;
        this.wanted = wanted;
    }

    boolean fits(String text) {
        return name.test(text);
    }

    boolean isEmpty() {
        return byText.isEmpty();
    }

    boolean has(String text) {
        return byText.containsKey(text);
    }

    /** Adds a type by its qualified name, of which only the last part must fit. */
    void addQualified(String text, String signature) {
        entry(text, "class", UNIMPORTED, signature);
    }

    /** Adds a text that is no member of anything. */
    void add(String text, String type, String signature, int distance) {
        if (fits(text)) {
            entry(text, type, distance, signature);
        }
    }

    /** Adds something declared; what is found later under the same name does not hide it. */
    void add(Element element, @Nullable TypeMirror site, int distance) {
        String text = element.getSimpleName().toString();
        if (!fits(text) || text.startsWith(Draft.ADDED)) {
            return;
        }
        switch (element.getKind()) {
            case METHOD -> {
                ExecutableElement method = (ExecutableElement) element;
                note(entry(text, "function", distance, signatures.brief(method, site)), method.getReturnType());
            }
            case FIELD, ENUM_CONSTANT, RECORD_COMPONENT ->
                note(
                        entry(
                                text,
                                site == null ? "instance" : "property",
                                distance,
                                Signatures.text(element.asType())),
                        element.asType());
            case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
                note(entry(text, "instance", distance, Signatures.text(element.asType())), element.asType());
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE, TYPE_PARAMETER ->
                entry(text, "class", distance, word(element));
            default -> {
                // packages and constructors are added by their callers
            }
        }
    }

    /** Adds a type that can be made by its constructors. */
    void addMade(Element type, List<ExecutableElement> constructors, TypeMirror made, int distance) {
        String text = type.getSimpleName().toString();
        if (fits(text) && !text.startsWith(Draft.ADDED)) {
            Entry entry = entry(text, "class", distance, "");
            constructors.forEach(each -> entry.signatures.add(signatures.brief(each, made)));
            note(entry, made);
        }
    }

    static String word(Element type) {
        return type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Entry entry(String text, String type, int distance, String signature) {
        Entry entry = byText.computeIfAbsent(text, key -> new Entry(text, type, distance));
        if (!signature.isEmpty() && entry.distance == distance) {
            entry.signatures.add(signature);
        }
        return entry;
    }

    private void note(Entry entry, TypeMirror type) {
        entry.wanted |= wanted.test(type);
    }

    /** All of them: what has a wanted type first, then what is declared nearest. */
    List<Suggestion> ordered() {
        List<Entry> all = new ArrayList<>(byText.values());
        all.sort(Comparator.comparing((Entry entry) -> !entry.wanted)
                .thenComparingInt(entry -> entry.distance)
                .thenComparing(entry -> entry.text));
        return all.stream()
                .map(entry -> new Suggestion(entry.text, entry.type, joined(entry.signatures)))
                .toList();
    }

    private static String joined(Set<String> signatures) {
        String shown =
                String.join("\n", signatures.stream().limit(MOST_SIGNATURES).toList());
        int more = signatures.size() - MOST_SIGNATURES;
        return more > 0 ? shown + "\nand " + more + " more" : shown;
    }
}
