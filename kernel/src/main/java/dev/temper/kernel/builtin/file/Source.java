package dev.temper.kernel.builtin.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.temper.kernel.magic.MagicException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stretch of a file that can be run.
 *
 * @param name what it is, such as {@code setup.jsh} or {@code study.ipynb, cell 3}
 * @param text its text
 */
record Source(String name, String text) {
    /**
     * Reads a file: each code cell of a notebook, or all of any other file.
     *
     * @param shown the path as it was typed
     * @param path where it is
     * @throws MagicException when it cannot be read, or is a notebook of another language
     */
    static List<Source> read(Path shown, Path path) {
        return cut(shown.toString(), text(shown, path));
    }

    /**
     * Cuts the text of a file into what can be run.
     *
     * @param shown the path or the address, by whose end a notebook is known
     * @throws MagicException when it is a notebook that cannot be read, or is of another language
     */
    static List<Source> cut(String shown, String text) {
        if (!shown.toLowerCase(Locale.ROOT).endsWith(".ipynb")) {
            return List.of(new Source(shown, text));
        }
        try {
            return cells(shown, JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | ClassCastException | NullPointerException e) {
            throw new MagicException(
                    "The file must be a notebook, but " + shown + " cannot be read as one: " + e.getMessage(), e);
        }
    }

    private static String text(Path shown, Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new MagicException("The file must exist, but there is no " + path + ".", e);
        } catch (CharacterCodingException e) {
            throw new MagicException("The file must be text in UTF-8, but " + shown + " is not.", e);
        } catch (IOException e) {
            throw new MagicException("The file " + shown + " cannot be read: " + e, e);
        }
    }

    private static List<Source> cells(String shown, JsonObject notebook) {
        language(notebook)
                .filter(language -> !language.equalsIgnoreCase("java"))
                .ifPresent(language -> {
                    throw new MagicException(
                            "The notebook must be written in Java, but " + shown + " is written in " + language + ".");
                });
        List<Source> sources = new ArrayList<>();
        JsonArray cells = notebook.getAsJsonArray("cells");
        for (int i = 0; i < cells.size(); i++) {
            JsonObject cell = cells.get(i).getAsJsonObject();
            if (cell.get("cell_type").getAsString().equals("code")) {
                sources.add(new Source(shown + ", cell " + (i + 1), joined(cell.get("source"))));
            }
        }
        return sources;
    }

    private static Optional<String> language(JsonObject notebook) {
        return Optional.ofNullable(notebook.getAsJsonObject("metadata"))
                .map(metadata -> metadata.getAsJsonObject("kernelspec"))
                .map(kernel -> kernel.get("language"))
                .map(JsonElement::getAsString);
    }

    /** A notebook keeps the text of a cell as one string or as one for each line. */
    private static String joined(JsonElement source) {
        return source.isJsonArray()
                ? source.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : source.getAsString();
    }
}
