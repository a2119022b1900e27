package dev.temper.kernel.assist;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes of the pages in a jar of Javadoc the source they were made of, as far as its comments go. */
final class JavadocJar {
    private final List<String> names;
    private final Function<String, Optional<String>> read;

    /**
     * Knows a jar.
     *
     * @param names the files in it
     * @param read reads one of them
     */
    JavadocJar(List<String> names, Function<String, Optional<String>> read) {
        this.names = names;
        this.read = read;
    }

    /**
     * Makes a source file.
     *
     * @param path its folders and its name, without the ending
     */
    Optional<String> source(String path) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash + 1);
        String type = path.substring(slash + 1);
        return type.equals("package-info")
                ? read.apply(folder + "package-summary.html")
                        .map(page -> new JavadocPage(page).comment() + "package "
                                + folder.replaceFirst("/$", "").replace('/', '.') + ";")
                : type(folder, type);
    }

    /** A type, and those in it, which have pages of their own. */
    private Optional<String> type(String folder, String type) {
        return read.apply(folder + type + ".html").map(JavadocPage::new).map(page -> {
            StringBuilder source = new StringBuilder(page.comment());
            String simple = type.substring(type.lastIndexOf('.') + 1);
            source.append("class ").append(simple).append(" {\n").append(page.members(simple));
            String start = folder + type + "."; // which its own page begins with as well
            names.stream()
                    .filter(name -> name.startsWith(start)
                            && name.endsWith(".html")
                            && name.length() >= start.length() + ".html".length())
                    .map(name -> name.substring(start.length(), name.length() - ".html".length()))
                    .filter(nested -> nested.indexOf('.') < 0)
                    .flatMap(nested -> type(folder, type + "." + nested).stream())
                    .forEach(source::append);
            return source.append("}\n").toString();
        });
    }
}
