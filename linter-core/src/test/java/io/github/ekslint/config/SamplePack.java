package io.github.ekslint.config;

import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rule.RulePack;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A pack of two rules with a parameter of every type. */
final class SamplePack implements RulePack {

    private static final String RULE =
            """
            {"category": "versions", "folder": "%s", "examples": ["bad-a.yaml", "good-a.yaml", "unknown-a.yaml"],
             "rule": {"title": "%s", "subject": "Cluster", "confidence": "high", "status": "stable", "since": "0.1.0",
              "outcomes": {"ended": {"severity": "error", "message": "m"}, "extended": {"severity": "warning", "message": "m"}},
              "rationale": "r", "remediation": "r", "references": [{"title": "t", "url": "https://docs.aws.amazon.com/"}],
              "parameters": %s}}
            """;

    private static final String PARAMETERS =
            """
            {"days": {"default": "60", "description": "d"},
             "strict": {"default": "false", "description": "d"},
             "owner": {"default": "nobody", "description": "d"},
             "types": {"type": "words", "default": "audit, authenticator", "description": "d"},
             "allowed-registries": {"from": "registries.allowed", "description": "d"},
             "networks": {"from": "client-networks", "default": "10.0.0.0/8", "description": "d"}}
            """;

    static RuleCatalogue catalogue() {
        return RuleCatalogue.of(List.of(new SamplePack()));
    }

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public String root() {
        return "sample";
    }

    @Override
    public String modelList() {
        return "none";
    }

    @Override
    public InputStream open(String path) {
        String index = "["
                + RULE.formatted("EKS-VER-901-too-old", "Versions are young", PARAMETERS)
                + ","
                + RULE.formatted("EKS-VER-902-too-new", "Versions are proven", "{}")
                + "]";
        return new ByteArrayInputStream(index.getBytes(StandardCharsets.UTF_8));
    }
}
