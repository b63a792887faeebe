package io.github.ekslint.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The read-only shell script of AWS CLI and kubectl commands that records everything the rules want to know about one cluster,
 * stage by stage: it loops over the ids it learns. It writes one file for each answer and a {@code manifest.json}.
 */
public final class EvidenceScript {

    private static final String TEMPLATE = "record.sh";

    private EvidenceScript() {}

    /**
     * The script for one cluster.
     *
     * @param cluster the cluster's name; whatever it contains reaches the shell as one word
     * @param region the Region code
     */
    public static String render(String cluster, String region) {
        String folder = "ekslint-evidence-" + cluster.replaceAll("[^A-Za-z0-9_-]", "_");
        Map<String, String> values =
                Map.of("@CLUSTER@", quoted(cluster), "@REGION@", quoted(region), "@FOLDER@", folder);
        StringBuilder script = new StringBuilder();
        for (String line : template().split("\n", -1)) {
            String filled = line;
            for (Map.Entry<String, String> value : values.entrySet()) {
                if (line.contains(value.getKey())) {
                    filled = line.replace(value.getKey(), value.getValue());
                }
            }
            script.append(script.isEmpty() ? "" : "\n").append(filled);
        }
        return script.toString();
    }

    /** A text as one word of a POSIX shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(EvidenceScript.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
