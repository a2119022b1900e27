package dev.temper.kernel.magic;

import java.util.List;
import java.util.stream.Stream;

/** Finds what can stand at the end of a command line that is being typed. */
final class Candidates {
    private final Magics magics;

    Candidates(Magics magics) {
        this.magics = magics;
    }

    List<String> of(String typed) {
        String[] words = typed.split("\\s+", -1);
        String last = words[words.length - 1];
        if (words.length == 1) {
            return magics.usages().stream()
                    .flatMap(usage -> usage.kinds().stream().sorted().map(kind -> kind.sign() + usage.name()))
                    .filter(name -> name.startsWith(last) || name.startsWith("%" + last))
                    .toList();
        }
        return magics.find(words[0].replaceFirst("^%{1,2}", ""))
                .map(magic -> after(words, magic.usage()))
                .orElse(List.of());
    }

    private static List<String> after(String[] words, Usage usage) {
        String last = words[words.length - 1];
        String before = words[words.length - 2];
        Stream<String> all = usage.options().stream()
                .filter(option -> before.equals("--" + option.name()) || before.equals("-" + option.alias()))
                .filter(option -> option.type() != ValueType.FLAG)
                .findFirst()
                .map(option -> option.choices().stream())
                .orElseGet(() -> Stream.concat(
                        usage.options().stream().map(option -> "--" + option.name()),
                        usage.arguments().stream().flatMap(argument -> argument.choices().stream())));
        return all.filter(word -> word.startsWith(last)).toList();
    }
}
