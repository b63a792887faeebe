package io.github.ekslint.rules;

import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code docs/catalogue.md}: what becomes of every requirement. */
record CataloguePage(RuleCatalogue catalogue, List<Requirement> requirements) {

    private static final Map<String, String> SUBJECTS = subjects();

    String text() {
        StringBuilder page = new StringBuilder(
                """
                # Catalogue of requirements

                <!-- Made from rules/src/main/catalogue/requirements.yaml and the rules' metadata; rules/README.md says how. -->

                What ekslint knows about EKS clusters, entry by entry: judged by a rule, covered by a rule of another entry, planned, or
                not to be told from files, and why. Entries in **bold** are the core: each of level error or warning is judged, or says why
                it cannot be.

                """);
        long judged = requirements.stream()
                .filter(r -> catalogue.find(r.id()).isPresent())
                .count();
        long all = requirements.stream()
                .filter(r -> r.judge(catalogue).isPresent())
                .count();
        long reasons = requirements.stream()
                .filter(r -> r.judge(catalogue).isEmpty() && !r.reason().isEmpty())
                .count();
        page.append(
                "%d entries: %d have a rule, %d are covered by one, %d cannot be told from files, %d are planned (%d of them core).%n"
                        .formatted(
                                requirements.size(),
                                judged,
                                all - judged,
                                reasons,
                                requirements.size() - all - reasons,
                                requirements.stream()
                                        .filter(r -> r.core()
                                                && r.judge(catalogue).isEmpty()
                                                && r.reason().isEmpty())
                                        .count()));
        SUBJECTS.forEach((code, subject) -> section(page, code, subject));
        return page.toString();
    }

    private void section(StringBuilder page, String code, String subject) {
        page.append("\n## ")
                .append(subject)
                .append("\n\n| Entry | Level | Requirement | What becomes of it |\n|---|---|---|---|\n");
        requirements.stream()
                .filter(r -> r.id().startsWith("EKS-" + code + "-"))
                .forEach(r -> page.append("| %s | %s | %s | %s |%n"
                        .formatted(
                                r.core() ? "**" + r.id() + "**" : r.id(),
                                r.level().id(),
                                cell(r.title()),
                                cell(status(r)))));
    }

    private String status(Requirement requirement) {
        Optional<Rule> judge = requirement.judge(catalogue);
        if (judge.isPresent()) {
            Rule rule = judge.get();
            boolean own = rule.id().equals(requirement.id());
            return (own ? "[%s](rules/%s.md)" : "covered by [%s](rules/%s.md)")
                    .formatted(own ? rule.name() : rule.id(), rule.id());
        }
        return requirement.reason().isEmpty() ? "planned" : "not to be told from files: " + requirement.reason();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** In the order of the catalogue; an id whose subject is missing here would be missing on the page. */
    static Map<String, String> subjects() {
        Map<String, String> subjects = new LinkedHashMap<>();
        subjects.put("NET", "Network");
        subjects.put("TAG", "Tags");
        subjects.put("DNS", "DNS");
        subjects.put("SG", "Security groups");
        subjects.put("EP", "API endpoints and private clusters");
        subjects.put("IP", "Addresses");
        subjects.put("VER", "Versions");
        subjects.put("NG", "Node groups");
        subjects.put("FG", "Fargate");
        subjects.put("SEC", "Encryption, logs and access");
        subjects.put("ADD", "Add-ons");
        subjects.put("LB", "Load balancing");
        subjects.put("IMG", "Images");
        subjects.put("UPG", "Upgrades");
        subjects.put("INF", "Facts");
        return subjects;
    }
}
