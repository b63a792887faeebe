package io.github.ekslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Compares docs/maven.md with the plugin's descriptor; {@code -Dekslint.regenerate=true} writes the table anew. */
class ParametersPageTest {

    private static final Path DESCRIPTOR = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");
    private static final Path PAGE = Path.of("..", "docs", "maven.md");
    private static final String HEAD = "| parameter | user property | default | |\n|---|---|---|---|\n";

    @Test
    void thePageHasEveryParameter() throws Exception {
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEAD);
        int end = page.indexOf("\n\n", start);
        String wanted = page.substring(0, start) + table() + page.substring(end < 0 ? page.length() : end + 1);
        if (Boolean.getBoolean("ekslint.regenerate")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    @Test
    void everyGoalIsThreadSafeAndSaysWhatItDoes() throws Exception {
        List<Element> goals = elements(descriptor(), "mojo");
        assertThat(goals)
                .extracting(g -> text(g, "goal"))
                .containsExactlyInAnyOrder("check", "report", "baseline", "help");
        assertThat(goals).allMatch(g -> text(g, "threadSafe").equals("true"));
        assertThat(goals).noneMatch(g -> text(g, "description").isBlank());
    }

    private static String table() throws Exception {
        Element check = elements(descriptor(), "mojo").stream()
                .filter(g -> text(g, "goal").equals("check"))
                .findFirst()
                .orElseThrow();
        List<Element> configured = elements(check, "configuration");
        List<String> rows = new ArrayList<>();
        for (Element parameter : elements(check, "parameter")) {
            String name = text(parameter, "name");
            if (text(parameter, "editable").equals("true")) {
                Element value = elements(configured.get(0), name).get(0);
                assertThat(value.getTextContent()).as(name).startsWith("${ekslint.");
                rows.add("| `%s` | `%s` | %s | %s |"
                        .formatted(
                                name,
                                value.getTextContent().replaceAll("[${}]", ""),
                                value.hasAttribute("default-value")
                                        ? "`" + value.getAttribute("default-value") + "`"
                                        : "",
                                text(parameter, "description")
                                        .replaceAll("</?code>", "`")
                                        .replaceAll("\\s+", " ")));
            }
        }
        return HEAD + String.join("\n", rows.stream().sorted().toList()) + "\n";
    }

    private static Element descriptor() throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(DESCRIPTOR.toFile());
        return document.getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        return Stream.of(parent.getElementsByTagName(name))
                .filter(l -> l.getLength() > 0)
                .map(l -> l.item(0).getTextContent())
                .findFirst()
                .orElse("");
    }
}
