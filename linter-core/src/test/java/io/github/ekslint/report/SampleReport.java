package io.github.ekslint.report;

import io.github.ekslint.finding.Report;
import io.github.ekslint.finding.Upgrade;
import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.MinorVersion;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Truth;
import io.github.ekslint.rule.Outcome;
import io.github.ekslint.rule.Parameter;
import io.github.ekslint.rule.Reference;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.Severity;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Pointer;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small report with one of everything, for tests of reporters. */
final class SampleReport {

    static final SourceFile SPEC = new SourceFile(
            "clusters/prod eu.yaml",
            List.of(
                    "apiVersion: eksctl.io/v1alpha5",
                    "kind: ClusterConfig",
                    "metadata:",
                    "  name: prod # 本番 cluster",
                    "  region: eu-central-1",
                    "vpc:",
                    "  clusterEndpoints: {publicAccess: true}",
                    "  subnets:",
                    "    private:",
                    "\t\t  a: {id: subnet-1, az: eu-central-1a}",
                    "      b: {id: subnet-2, az: eu-central-1a}",
                    "adminPassword: hunter2-is-no-secret"));

    static final SourceFile RECORDING =
            new SourceFile("evidence/subnets.json", List.of("{\"Subnets\": [{\"SubnetId\": \"subnet-1\"}]}"));

    static final Rule ZONES = rule(
            "EKS-NET-001",
            "subnets-in-one-availability-zone",
            "Cluster subnets cover at least two Availability Zones",
            new Outcome("violated", Severity.ERROR, "all in {zones}"));
    static final Rule ENDPOINT = rule(
            "EKS-EP-001",
            "public-endpoint-open-to-world",
            "The public endpoint is limited",
            new Outcome("open", Severity.WARNING, "open to the world"),
            new Outcome("wide", Severity.INFO, "wide"));

    private SampleReport() {}

    /** One failure, one that depends on a parameter, one that waits for commands, one pass, one that does not apply. */
    static Report report() {
        return new Report(
                LocalDate.of(2026, 11, 22),
                List.of(new Report.Spec(
                        SPEC, "eksctl", SPEC.uri(), List.of(new Report.NamedCluster("prod", "eu-central-1")))),
                List.of(failure(), conditional(), unknown(), passed(), notApplicable()),
                List.of(
                        Problem.error("wrong-type", at(SPEC, 5, 11, 5, 23), "region is a list, not text"),
                        Problem.warning("stale-data", at(RECORDING, 1, 1, 1, 1), "the data is 100 days old")),
                List.of(new Report.Skipped("README.yaml", "it is no cluster spec")),
                3,
                2);
    }

    /** One upgrade that fails at its second step, one that cannot be told, and one that works. */
    static Report upgrades() {
        MinorVersion from = new MinorVersion(1, 34);
        MinorVersion to = new MinorVersion(1, 36);
        List<Upgrade> upgrades = List.of(
                new Upgrade(
                        SPEC.uri(),
                        "prod",
                        Optional.of(from),
                        to,
                        List.of(
                                new Upgrade.Step(from.plus(1), List.of(), List.of(unknown())),
                                new Upgrade.Step(to, List.of(failure()), List.of())),
                        List.of(failure())),
                new Upgrade(SPEC.uri(), "dev", Optional.empty(), to, List.of(), List.of()),
                new Upgrade(
                        SPEC.uri(),
                        "test",
                        Optional.of(from.plus(1)),
                        to,
                        List.of(new Upgrade.Step(to, List.of(), List.of())),
                        List.of()));
        Report usual = report();
        return new Report(
                usual.asOf(), usual.specs(), List.of(), List.of(), List.of(), usual.files(), usual.rules(), upgrades);
    }

    static Report empty() {
        return new Report(LocalDate.of(2026, 11, 22), List.of(), List.of(), List.of(), List.of(), 212, 2);
    }

    static Verdict failure() {
        return verdict(
                ZONES,
                Result.FAIL,
                "violated",
                Severity.ERROR,
                "the subnets of cluster prod lie in eu-central-1a only; EKS needs two Availability Zones",
                at(SPEC, 8, 3, 11, 45),
                List.of(),
                List.of(
                        new Ground(
                                "availabilityZone",
                                "eu-central-1a",
                                "written",
                                List.of(at(SPEC, 11, 28, 11, 41)),
                                List.of()),
                        new Ground(
                                "availabilityZone",
                                "eu-central-1a",
                                "observed",
                                List.of(at(SPEC, 10, 26, 10, 39), at(RECORDING, 1, 15, 1, 39)),
                                List.of()),
                        new Ground("outpostArns", "", "absent", List.of(), List.of())),
                List.of());
    }

    static Verdict conditional() {
        return verdict(
                ENDPOINT,
                Result.UNKNOWN,
                "open",
                Severity.WARNING,
                "cannot tell for prod whether this holds",
                at(SPEC, 7, 23, 7, 35),
                List.of("IsProd is true"),
                List.of(new Ground(
                        "publicAccess", "depends on IsProd", "depends", List.of(at(SPEC, 7, 23, 7, 41)), List.of())),
                List.of(Settlement.parameter("IsProd")));
    }

    static Verdict unknown() {
        List<Settlement> commands = List.of(
                Settlement.command("aws ec2 describe-subnets --subnet-ids subnet-1 --output json"),
                Settlement.command("aws ec2 describe-subnets --subnet-ids subnet-2 --output json"),
                Settlement.command("aws eks describe-cluster --name prod --region eu-central-1"));
        return verdict(
                ZONES,
                Result.UNKNOWN,
                "violated",
                Severity.ERROR,
                "cannot tell for prod whether its subnets have free addresses",
                at(SPEC, 9, 5, 11, 45),
                List.of(),
                List.of(new Ground(
                        "freeAddresses",
                        "the input does not say",
                        Ground.UNRESOLVED,
                        List.of(at(SPEC, 10, 6, 10, 7)),
                        commands)),
                commands);
    }

    static Verdict passed() {
        return verdict(
                ENDPOINT,
                Result.PASS,
                "",
                Severity.WARNING,
                ENDPOINT.title(),
                at(SPEC, 7, 3, 7, 19),
                List.of(),
                List.of(new Ground(
                        "endpointPrivateAccess",
                        "true (default of eksctl)",
                        "default",
                        List.of(at(SPEC, 6, 1, 6, 4)),
                        List.of())),
                List.of());
    }

    static Verdict notApplicable() {
        return verdict(
                ENDPOINT,
                Result.NOT_APPLICABLE,
                "",
                Severity.WARNING,
                "reported by EKS-NET-001",
                at(SPEC, 12, 1, 12, 14),
                List.of(),
                List.of(),
                List.of());
    }

    static Verdict verdict(
            Rule rule,
            Result result,
            String outcome,
            Severity severity,
            String message,
            Place place,
            List<String> when,
            List<Ground> grounds,
            List<Settlement> settledBy) {
        return new Verdict(
                rule,
                SPEC.uri(),
                new Cluster(place),
                "",
                result,
                outcome,
                severity,
                message,
                "prod",
                "eu-central-1",
                place,
                when,
                grounds,
                settledBy);
    }

    static Place at(SourceFile file, int line, int column, int endLine, int endColumn) {
        return new Place(file, line, column, endLine, endColumn, Pointer.ROOT.key("vpc"));
    }

    private static Rule rule(String id, String name, String title, Outcome... outcomes) {
        Map<String, Outcome> named = new java.util.LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            named.put(outcome.name(), outcome);
        }
        return new Rule(
                id,
                name,
                "network",
                title,
                "Cluster",
                List.of("N-OUTPOST"),
                named,
                "",
                "",
                "high",
                "stable",
                "0.1.0",
                "EKS refuses it.",
                "Add a subnet in another Availability Zone.\n\nA second paragraph.",
                List.of(new Reference(
                        "Amazon EKS User Guide", "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html")),
                Map.of("cis-eks", "5.4.1"),
                Map.of("days", new Parameter("days", "60", "How long before the end.")),
                List.of("EKS-NET-004"),
                List.of("EKS-NET-002"),
                List.of("bad-one-zone.eksctl.yaml"));
    }

    /** A subject that only reports look at. */
    private record Cluster(Place place) implements Subject {
        @Override
        public String key() {
            return "Cluster/prod";
        }

        @Override
        public String displayName() {
            return "prod";
        }

        @Override
        public Truth existence() {
            return Truth.yes();
        }

        @Override
        public @Nullable String cluster() {
            return key();
        }
    }
}
