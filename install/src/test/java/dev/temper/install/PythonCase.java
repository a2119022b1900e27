package dev.temper.install;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * How one test of Python went.
 *
 * @param group the file it stands in
 * @param name its sentence
 * @param fault what failed, or nothing
 * @param skip why it was not run, or nothing
 */
record PythonCase(String group, String name, String fault, String skip) {

    static List<PythonCase> read(Path report) throws IOException {
        NodeList elements = document(report).getElementsByTagName("testcase");
        List<PythonCase> cases = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            cases.add(new PythonCase(
                    element.getAttribute("classname"),
                    element.getAttribute("name").replaceFirst("^test_", "").replace('_', ' '),
                    told(element, "failure") + told(element, "error"),
                    told(element, "skipped")));
        }
        return cases;
    }

    /** Ends a test of Java in the same way. */
    void conclude() {
        if (!fault.isEmpty()) {
            fail(name + "\n" + fault);
        }
        if (!skip.isEmpty()) {
            abort(name + ": " + skip);
        }
    }

    private static String told(Element testcase, String kind) {
        NodeList found = testcase.getElementsByTagName(kind);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < found.getLength(); i++) {
            Element each = (Element) found.item(i);
            text.append(each.getAttribute("message"))
                    .append('\n')
                    .append(each.getTextContent())
                    .append('\n');
        }
        return text.toString();
    }

    private static Document document(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("pytest's report " + report + " cannot be read", e);
        }
    }
}
