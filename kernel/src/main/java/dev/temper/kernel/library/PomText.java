package dev.temper.kernel.library;

import dev.temper.kernel.magic.MagicException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.model.io.ModelParseException;
import org.codehaus.plexus.util.xml.XmlStreamReader;
import org.jspecify.annotations.Nullable;

/** A pom as it was given, made whole: a part of one, such as a few dependencies, is put into an empty project. */
final class PomText {
    private static final Pattern DECLARATION = Pattern.compile("^(\\s*)<\\?xml[^>]*\\?>");
    private static final Pattern WHOLE =
            Pattern.compile("(?s)\\s*(<\\?xml.*?\\?>\\s*)?(<!--.*?-->\\s*)*(<!DOCTYPE.*|<project\\b.*)");
    private static final String DEPENDENCY = "dependency";
    private static final String HEAD = "<project><modelVersion>4.0.0</modelVersion><groupId>notebook</groupId>"
            + "<artifactId>cell</artifactId><version>0</version>";

    private final String xml;
    private final @Nullable Path file;
    private final IntFunction<String> place;

    private PomText(String xml, @Nullable Path file, IntFunction<String> place) {
        this.xml = xml;
        this.file = file;
        this.place = place;
    }

    /**
     * Takes the body of a cell.
     *
     * @param place names the place of one of its lines, counted from 1
     * @throws MagicException when it is no XML
     */
    static PomText ofCell(String body, IntFunction<String> place) {
        if (WHOLE.matcher(body).matches()) {
            String xml = DECLARATION.matcher(body).replaceFirst("$1");
            children(new StringReader(xml), place);
            return new PomText(xml, null, place);
        }
        List<String> names = children(new StringReader("<project>" + body + "</project>"), place);
        boolean bare = !names.isEmpty() && names.stream().allMatch(DEPENDENCY::equals);
        if (!bare && names.contains(DEPENDENCY)) {
            throw new MagicException(place.apply(1)
                    + ": dependencies must stand alone, or within <dependencies> beside other parts of a pom.");
        }
        String content = bare ? "<dependencies>" + body + "</dependencies>" : body;
        return new PomText(HEAD + content + "</project>", null, place);
    }

    /**
     * Takes a file.
     *
     * @throws MagicException when it cannot be read, or is no XML
     */
    static PomText ofFile(Path file) {
        IntFunction<String> place = line -> file + ", line " + line;
        try (Reader reader = new XmlStreamReader(file.toFile())) {
            children(reader, place);
            return new PomText("", file, place);
        } catch (IOException e) {
            throw new MagicException("The pom " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The text of a whole pom, empty when it is in a file. */
    String xml() {
        return xml;
    }

    /** The file, empty when it is in a cell. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The names of the elements directly within the outermost one. */
    private static List<String> children(Reader text, IntFunction<String> place) {
        List<String> names = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(text);
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new MagicException(
                            place.apply(reader.getLocation().getLineNumber()) + ": a pom must have no DOCTYPE.");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.START_ELEMENT && depth++ == 1) {
                    names.add(reader.getLocalName());
                }
            }
            return names;
        } catch (XMLStreamException e) {
            String message = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*\nMessage: ", "");
            throw new MagicException(place.apply(e.getLocation().getLineNumber()) + ": " + message, e);
        }
    }

    /** A misspelt tag is only a warning to Maven; here it is somebody's mistake. */
    void refuseUnknownTags(List<ModelProblem> problems) {
        List<String> faults = problems.stream()
                .filter(problem -> problem.getException() instanceof ModelParseException)
                .map(this::told)
                .toList();
        if (!faults.isEmpty()) {
            throw new MagicException(faults);
        }
    }

    /** Says what is wrong and where. */
    String told(ModelProblem problem) {
        String message = Masked.text(problem.getMessage());
        return problem.getLineNumber() > 0 ? place.apply(problem.getLineNumber()) + ": " + message : message;
    }
}
