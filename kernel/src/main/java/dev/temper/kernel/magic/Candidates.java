package dev.temper.kernel.magic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds what can stand at the end of a command line that is being typed. */
final class Candidates {
    private final Magics magics;

    Candidates(Magics magics) {
        this.magics = magics;
    }

    List<String> of(String typed, Supplier<List<Workspace.Variable>> variables) {
        String[] words = typed.split("\\s+", -1);
        String last = words[words.length - 1];
        if (words.length == 1) {
            return magics.usages().stream()
                    .flatMap(usage -> usage.kinds().stream().sorted().map(kind -> kind.sign() + usage.name()))
                    .filter(name -> name.startsWith(last) || name.startsWith("%" + last))
                    .toList();
        }
        return magics.find(words[0].replaceFirst("^%{1,2}", ""))
                .map(magic -> after(typed, words, magic, variables))
                .orElse(List.of());
    }

    OptionalInt javaStart(String typed) {
        List<Words.Word> words = Words.of(typed);
        Optional<Usage> usage = words.stream()
                .findFirst()
                .flatMap(name -> magics.find(name.text().replaceFirst("^%{1,2}", "")))
                .map(Magic::usage)
                .filter(Usage::takesJava);
        int next = 1;
        while (usage.isPresent() && next < words.size() && isOption(words.get(next), usage.get())) {
            next += valueAskedBy(words.get(next).text(), usage.get()).isPresent() ? 2 : 1;
        }
        return usage.isPresent() && next < words.size()
                ? OptionalInt.of(words.get(next).start())
                : OptionalInt.empty();
    }

    private static boolean isOption(Words.Word word, Usage usage) {
        return !usage.options().isEmpty() && word.text().startsWith("-");
    }

    private List<String> after(
            String typed, String[] words, Magic magic, Supplier<List<Workspace.Variable>> variables) {
        Usage usage = magic.usage();
        String last = words[words.length - 1];
        Optional<Option> asking = valueAskedBy(words[words.length - 2], usage);
        List<String> own =
                magic.words(new Typing(typed, asking.map(Option::name).orElse(""), magics, variables));
        Stream<String> all = asking.map(
                        option -> Stream.of(option.choices().stream(), own.stream(), files(option.type(), last)))
                .orElseGet(() -> Stream.of(
                        own.stream(),
                        usage.arguments().stream()
                                .flatMap(argument ->
                                        Stream.concat(argument.choices().stream(), files(argument.type(), last))),
                        usage.options().stream().map(option -> "--" + option.name())))
                .flatMap(Function.identity());
        return all.filter(word -> word.startsWith(last)).distinct().toList();
    }

    private static Optional<Option> valueAskedBy(String word, Usage usage) {
        return usage.options().stream()
                .filter(option -> word.equals("--" + option.name())
                        || (!option.alias().isEmpty() && word.equals("-" + option.alias())))
                .filter(option -> option.type() != ValueType.FLAG)
                .findFirst();
    }

    /** The paths of files, with their spaces marked as parts of a word. */
    private static Stream<String> files(ValueType type, String typed) {
        return type == ValueType.PATH || type == ValueType.ADDRESS
                ? FilePaths.beginningWith(typed).stream().map(path -> path.replace(" ", "\\ "))
                : Stream.empty();
    }
}
