package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Joins neighbouring lines of the same looks into one path, which makes a file of curves half as large. */
final class SvgLines {

    private static final Set<String> ENDS = Set.of("x1", "y1", "x2", "y2");

    private SvgLines() {}

    static void join(Element parent) {
        List<Element> run = new ArrayList<>();
        for (Element child : children(parent)) {
            if (!run.isEmpty() && !looks(run.get(0)).equals(looks(child))) {
                replace(run);
                run.clear();
            }
            if (child.getTagName().equals("line")) {
                run.add(child);
            } else {
                join(child);
            }
        }
        replace(run);
    }

    private static void replace(List<Element> run) {
        if (run.size() < 2) {
            return;
        }
        Element first = run.get(0);
        Element path = first.getOwnerDocument().createElementNS(SVGGraphics2D.SVG_NAMESPACE_URI, "path");
        looks(first).forEach((name, value) -> {
            if (!name.isEmpty()) {
                path.setAttribute(name, value);
            }
        });
        path.setAttribute("d", data(run));
        first.getParentNode().insertBefore(path, first);
        run.forEach(line -> line.getParentNode().removeChild(line));
    }

    private static String data(List<Element> run) {
        StringBuilder data = new StringBuilder();
        String at = "";
        for (Element line : run) {
            String from = line.getAttribute("x1") + " " + line.getAttribute("y1");
            String to = line.getAttribute("x2") + " " + line.getAttribute("y2");
            data.append(from.equals(at) ? "" : "M" + from).append('L').append(to);
            at = to;
        }
        return data.toString();
    }

    /** Returns all that two elements must share to be joined; the tag stands under the empty name. */
    private static Map<String, String> looks(Element element) {
        Map<String, String> looks = new TreeMap<>();
        looks.put("", element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (!ENDS.contains(attribute.getNodeName())) {
                looks.put(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        return looks;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
