package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import java.util.Map;
import java.util.TreeMap;

/** Reads the tables about Kubernetes versions. */
final class VersionTables {

    private VersionTables() {}

    static VersionCalendar calendar(TableRows table) {
        Map<MinorVersion, VersionSupport> versions =
                table.byKey("versions", VersionTables::support, VersionSupport::minor);
        return new VersionCalendar(table.asOf(), new TreeMap<>(versions));
    }

    private static VersionSupport support(Row row) {
        VersionSupport support = new VersionSupport(
                row.minor("minor"),
                row.optionalDate("upstream-release"),
                row.optionalDate("release"),
                row.optionalDate("end-of-standard-support"),
                row.optionalDate("end-of-extended-support"),
                row.optionalDate("unsupported-by"));
        row.source();
        support.endOfStandardSupport()
                .flatMap(standard -> support.endOfExtendedSupport().filter(extended -> extended.isBefore(standard)))
                .ifPresent(extended -> {
                    throw new MalformedData(
                            row.node(), "extended support of " + support.minor() + " ends before standard support");
                });
        return support;
    }

    static SkewPolicy skewPolicy(TableRows table) {
        return table.one("kubelet", row -> {
            row.source();
            int wide = row.number("wide", 0, 99);
            return new SkewPolicy(row.minor("wide-from"), wide, row.number("narrow", 0, wide));
        });
    }

    static Milestones milestones(TableRows table) {
        return new Milestones(table.byKey("milestones", VersionTables::milestone, Milestone::id));
    }

    private static Milestone milestone(Row row) {
        Milestone milestone = new Milestone(
                row.text("id"), row.optionalMinor("minor"), row.optionalDate("date"), row.text("what"), row.source());
        if (milestone.minor().isEmpty() && milestone.date().isEmpty()) {
            throw new MalformedData(row.node(), "`" + milestone.id() + "` has neither `minor` nor `date`");
        }
        return milestone;
    }
}
