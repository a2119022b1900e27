package dev.temper.kernel.display;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives an SVG document the size that pages need: without one, JupyterLab blows it up to the width of the cell. */
final class Svg {
    private static final Pattern ROOT = Pattern.compile("<svg\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern LENGTH = Pattern.compile("\\s*(\\d+(?:\\.\\d*)?|\\.\\d+)\\s*(?:px)?\\s*");

    private Svg() {}

    /**
     * Completes a document.
     *
     * @throws IllegalArgumentException when there is no svg element in the text
     */
    static String sized(String document) {
        Matcher root = ROOT.matcher(document);
        if (!root.find()) {
            throw new IllegalArgumentException(
                    "svg must hold an <svg> element, but begins with: " + Cut.line(document, 40));
        }
        String tag = withSize(root.group());
        if (!tag.contains("xmlns=")) {
            tag = with(tag, "xmlns", "http://www.w3.org/2000/svg");
        }
        return document.substring(0, root.start()) + tag + document.substring(root.end());
    }

    private static String withSize(String tag) {
        OptionalDouble width = length(attribute(tag, "width"));
        OptionalDouble height = length(attribute(tag, "height"));
        String box = attribute(tag, "viewBox");
        String[] numbers = box.strip().split("[\\s,]+", -1);
        if (box.isEmpty()) {
            return width.isPresent() && height.isPresent()
                    ? with(tag, "viewBox", "0 0 " + text(width.getAsDouble()) + " " + text(height.getAsDouble()))
                    : tag;
        }
        OptionalDouble boxWidth = numbers.length == 4 ? length(numbers[2]) : OptionalDouble.empty();
        OptionalDouble boxHeight = numbers.length == 4 ? length(numbers[3]) : OptionalDouble.empty();
        if (boxWidth.isEmpty() || boxHeight.isEmpty() || (width.isPresent() && height.isPresent())) {
            return tag;
        }
        double ratio = boxHeight.getAsDouble() / boxWidth.getAsDouble();
        double w = width.orElse(height.isPresent() ? height.getAsDouble() / ratio : boxWidth.getAsDouble());
        return with(with(tag, "width", text(w)), "height", text(height.orElse(w * ratio)));
    }

    /** The value of an attribute, empty when there is none. */
    private static String attribute(String tag, String name) {
        Matcher found = pattern(name).matcher(tag);
        return found.find() ? found.group(1).substring(1, found.group(1).length() - 1) : "";
    }

    private static Pattern pattern(String name) {
        return Pattern.compile("\\s" + name + "\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    }

    private static String with(String tag, String name, String value) {
        String bare = pattern(name).matcher(tag).replaceAll("");
        return "<svg " + name + "=\"" + value + "\"" + bare.substring("<svg".length());
    }

    private static OptionalDouble length(String text) {
        Matcher found = LENGTH.matcher(text);
        return found.matches() ? OptionalDouble.of(Double.parseDouble(found.group(1))) : OptionalDouble.empty();
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.2f", number);
    }
}
