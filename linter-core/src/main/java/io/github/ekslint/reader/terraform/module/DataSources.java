package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Target;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.terraform.resource.TfTargets;
import io.github.ekslint.reference.Partitions;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What data sources give: mostly something that is known only when Terraform runs, but that can be told from others. */
final class DataSources {

    private static final Set<String> LISTS = Set.of("ids", "names", "zone_ids", "arns", "group_names", "cidr_blocks");

    private DataSources() {}

    static Datum attribute(String type, String address, String attribute, Module module, Place place) {
        switch (type + "." + attribute) {
            case "aws_region.name", "aws_region.id", "aws_region.region" -> {
                return known(module.region(Optional.empty()), gap(type, address, attribute), place);
            }
            case "aws_partition.partition", "aws_partition.id" -> {
                return partition(module, gap(type, address, attribute), place);
            }
            default -> {
                Gap gap = gap(type, address, attribute);
                return LISTS.contains(attribute)
                        ? new Datum.OpenList(gap, true, List.of(place))
                        : single(type, attribute)
                                ? Datum.Text.gap(gap.asSingle(), List.of(place))
                                : new Datum.Unknown(gap, List.of(place));
            }
        }
    }

    private static boolean single(String type, String attribute) {
        return attribute.equals("id") || attribute.equals("arn") || type.equals("aws_caller_identity");
    }

    private static Datum known(Datum value, Gap otherwise, Place place) {
        return Choices.map(
                value, v -> Texts.known(v) == null ? Datum.Text.gap(otherwise.asSingle(), List.of(place)) : v);
    }

    private static Datum partition(Module module, Gap otherwise, Place place) {
        return Choices.map(module.region(Optional.empty()), r -> {
            String region = Texts.known(r);
            return region == null
                    ? Datum.Text.gap(otherwise.asSingle(), List.of(place))
                    : partition(region, module)
                            .<Datum>map(p ->
                                    new Datum.Text(List.of(Datum.Piece.of(p)), Use.provenance(r), List.of(place), null))
                            .orElseGet(() -> Datum.Text.gap(otherwise.asSingle(), List.of(place)));
        });
    }

    private static Optional<String> partition(String region, Module module) {
        Partitions partitions = module.run().context().data().partitions();
        return partitions.ofRegion(region).map(p -> p.id());
    }

    private static Gap gap(String type, String address, String attribute) {
        boolean zones = type.equals("aws_availability_zones");
        Settlement settled = Settlement.command(
                zones ? "aws ec2 describe-availability-zones --output json" : "terraform show -json tfplan");
        Target target = TfTargets.of(type, address, attribute);
        return Gap.because("%s is looked up when Terraform runs".formatted(address), settled)
                .as(new Symbol(address + "." + attribute, ""))
                .of(new Target(target.key(), attribute, null));
    }
}
