package io.github.ekslint.rules;

import io.github.ekslint.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of input in which a rule has examples. */
enum Dialects {
    EKSCTL("eksctl"),
    CLOUDFORMATION("CloudFormation"),
    TERRAFORM("Terraform"),
    PLAN("plan"),
    RECORDED("recorded");

    private static final Path ROOT = Path.of("src/main/resources/io/github/ekslint/rules");

    private final String title;

    Dialects(String title) {
        this.title = title;
    }

    /** Those of a rule, as the list of rules names them. */
    static String of(Rule rule) {
        Set<Dialects> found = EnumSet.noneOf(Dialects.class);
        Path folder = ROOT.resolve(rule.folder()).resolve("examples");
        rule.examples().stream()
                .filter(file -> !file.endsWith("expect.txt"))
                .forEach(file -> found.add(of(folder.resolve(file))));
        return found.stream().map(d -> d.title).collect(Collectors.joining(", "));
    }

    private static Dialects of(Path file) {
        String name = file.toString();
        if (name.endsWith(".tf") || name.endsWith(".tf.json") || name.endsWith(".tfvars")) {
            return TERRAFORM;
        }
        try {
            String text = Files.readString(file);
            if (text.contains("\"terraform_version\"")) {
                return PLAN;
            }
            boolean cloudFormation = text.contains("AWSTemplateFormatVersion") || text.contains("AWS::");
            return text.contains("kind: ClusterConfig") || name.contains(".eksctl.")
                    ? EKSCTL
                    : cloudFormation ? CLOUDFORMATION : RECORDED;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
