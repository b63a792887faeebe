package io.github.ekslint.source;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** SnakeYAML's messages in plain words. */
final class YamlMessages {

    private YamlMessages() {}

    static String plain(MarkedYAMLException broken) {
        return "this is not YAML: " + broken.getProblem();
    }
}
