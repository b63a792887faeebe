package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Target;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.terraform.resource.TfTargets;
import io.github.ekslint.reference.Partition;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What data sources give: mostly something that is known only when Terraform runs, but that can be told from others. */
final class DataSources {

    private static final Set<String> LISTS = Set.of("ids", "names", "zone_ids", "arns", "group_names", "cidr_blocks");

    /** Data sources whose attributes that are looked at are texts. */
    private static final Set<String> OF_TEXTS =
            Set.of("aws_caller_identity", "aws_iam_policy_document", "aws_ssm_parameter");

    /** Attributes that are texts, whatever the data source is. */
    private static final Set<String> TEXTS =
            Set.of("id", "arn", "image_id", "vpc_id", "cidr_block", "availability_zone", "name", "version", "endpoint");

    /** How the identity of a list begins that has Availability Zones only. */
    private static final String ORDINARY_ZONES = "AvailabilityZones:";

    private DataSources() {}

    static Datum attribute(Referenced source, String attribute) {
        String type = source.type();
        String address = source.address();
        Module module = source.module();
        Place place = source.place();
        switch (type + "." + attribute) {
            case "aws_region.name", "aws_region.id", "aws_region.region" -> {
                return known(module.region(Optional.empty()), gap(type, address, attribute), place);
            }
            case "aws_partition.partition", "aws_partition.id" -> {
                return partition(module, Partition::id, gap(type, address, attribute), place);
            }
            case "aws_partition.dns_suffix" -> {
                return partition(module, Partition::dnsSuffix, gap(type, address, attribute), place);
            }
            default -> {
                Gap gap = gap(type, address, attribute);
                if (type.equals("aws_availability_zones") && areOrdinary(source)) {
                    gap = gap.as(new Symbol(ORDINARY_ZONES + address + "." + attribute, ""));
                }
                return LISTS.contains(attribute)
                        ? new Datum.OpenList(gap, true, List.of(place))
                        : single(type, attribute)
                                ? Datum.Text.gap(gap.asSingle(), List.of(place))
                                : new Datum.Unknown(gap, List.of(place));
            }
        }
    }

    /** Whether a filter leaves nothing but the Availability Zones of the Region: Local and Wavelength Zones have to be opted into. */
    private static boolean areOrdinary(Referenced source) {
        return source.written().get("filter") instanceof Datum.Items filters
                && filters.items().stream()
                        .anyMatch(f -> f instanceof Datum.Members filter
                                && (isOnly(filter, "opt-in-status", "opt-in-not-required")
                                        || isOnly(filter, "zone-type", "availability-zone")));
    }

    private static boolean isOnly(Datum.Members filter, String name, String value) {
        return name.equals(Texts.known(filter.get("name")))
                && filter.get("values") instanceof Datum.Items values
                && !values.items().isEmpty()
                && values.items().stream().allMatch(v -> value.equals(Texts.known(v)));
    }

    private static boolean single(String type, String attribute) {
        return TEXTS.contains(attribute) || OF_TEXTS.contains(type);
    }

    private static Datum known(Datum value, Gap otherwise, Place place) {
        return Choices.map(
                value, v -> Texts.known(v) == null ? Datum.Text.gap(otherwise.asSingle(), List.of(place)) : v);
    }

    private static Datum partition(Module module, Function<Partition, String> part, Gap otherwise, Place place) {
        return Choices.map(module.region(Optional.empty()), r -> {
            String region = Texts.known(r);
            return region == null
                    ? Datum.Text.gap(otherwise.asSingle(), List.of(place))
                    : partition(region, module)
                            .map(part)
                            .<Datum>map(p ->
                                    new Datum.Text(List.of(Datum.Piece.of(p)), Use.provenance(r), List.of(place), null))
                            .orElseGet(() -> Datum.Text.gap(otherwise.asSingle(), List.of(place)));
        });
    }

    private static Optional<Partition> partition(String region, Module module) {
        return module.run().context().data().partitions().ofRegion(region);
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
