package io.github.ekslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.source.Place;
import io.github.ekslint.source.Pointer;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinesTest {

    /** What consoles of IDEs look for in the output of Maven. */
    private static final Pattern LINK = Pattern.compile("\\[ERROR] (\\S+):\\[(\\d+),(\\d+)]( .*)");

    private static final Path ROOT = Path.of("/srv/project").toAbsolutePath();

    @Test
    void aLineLinksToItsPlace() {
        Matcher link = LINK.matcher("[ERROR] " + line("clusters/orders.yaml", "region is a list"));
        assertThat(link.matches()).isTrue();
        assertThat(Path.of(link.group(1))).isEqualTo(ROOT.resolve("clusters/orders.yaml"));
        assertThat(link.group(2)).isEqualTo("12");
        assertThat(link.group(3)).isEqualTo("5");
    }

    @Test
    void aFileElsewhereKeepsItsName() {
        Path elsewhere = Path.of("/etc/clusters/orders.yaml").toAbsolutePath();
        assertThat(line(elsewhere.toString(), "m")).startsWith(elsewhere + ":[12,5] ");
    }

    @Test
    void aMessageOfSeveralLinesBecomesOne() {
        assertThat(line("a.yaml", "first\n   second\r\nthird\n")).endsWith("problem[wrong-type]: first second third");
    }

    private static String line(String file, String message) {
        Place place = new Place(new SourceFile(file, List.of()), 12, 5, 12, 9, Pointer.ROOT);
        return new Lines(ROOT).of(Problem.error("wrong-type", place, message));
    }
}
