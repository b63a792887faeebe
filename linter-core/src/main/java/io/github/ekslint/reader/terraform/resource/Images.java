package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.implied.NodeImage;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of an image that a data source finds: the SSM parameter, or the name that is looked for, says of which kind it is and
 * for which version of Kubernetes
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ssm_parameter">aws_ssm_parameter</a>,
 * <a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami">aws_ami</a>).
 */
final class Images {

    private static final String PARAMETER = "aws_ssm_parameter";
    private static final String IMAGE = "aws_ami";

    /** Stands for what is not known of a name. */
    private static final String UNKNOWN = "?";

    private Images() {}

    /** The image that an attribute names; empty when no data source of the module tells. */
    static Optional<NodeImage> of(Datum image, TfResources resources) {
        String known = Texts.known(image);
        Stream<TfResource> sources = known == null
                ? target(image).flatMap(resources::dataByKey).stream()
                : resources.data(PARAMETER, IMAGE).stream().filter(d -> found(d, known));
        return sources.flatMap(d -> read(d).stream()).findFirst();
    }

    private static Optional<String> target(Datum image) {
        Gap gap = image instanceof Datum.Text text
                ? text.gap()
                : image instanceof Datum.Unknown unknown ? unknown.gap() : null;
        return gap == null || gap.target() == null
                ? Optional.empty()
                : Optional.of(gap.target().key());
    }

    /** Whether it is what a data source of a plan found. */
    private static boolean found(TfResource data, String image) {
        return Stream.of("insecure_value", "image_id", "id")
                .flatMap(a -> data.attributes().text(a).flatMap(Value::known).stream())
                .anyMatch(image::equals);
    }

    private static Optional<NodeImage> read(TfResource data) {
        Props props = data.attributes();
        if (data.type().equals(PARAMETER)) {
            return shown(props.datum("name")).flatMap(NodeImage::of);
        }
        return isOfAws(props)
                ? names(props).flatMap(n -> NodeImage.named(n).stream()).findFirst()
                : Optional.empty();
    }

    /** Images of one's own may have any name. */
    private static boolean isOfAws(Props image) {
        return image.texts("owners").filter(o -> !o.items().isEmpty()).stream()
                .flatMap(o -> o.items().stream())
                .allMatch(o -> o.known().filter(k -> !k.equals("self")).isPresent());
    }

    private static Stream<String> names(Props image) {
        Stream<Datum> filtered = image.children("filter").all().stream()
                .filter(f -> f.text("name")
                        .flatMap(Value::known)
                        .filter("name"::equals)
                        .isPresent())
                .flatMap(f -> f.datum("values") instanceof Datum.Items values
                                && values.items().size() == 1
                        ? values.items().stream()
                        : Stream.empty());
        return Stream.concat(filtered, Stream.of(image.datum("name_regex")))
                .flatMap(d -> shown(d).stream())
                .map(n -> n.replaceFirst("^\\^", ""));
    }

    private static Optional<String> shown(Datum name) {
        return name instanceof Datum.Text text
                ? Optional.of(text.pieces().stream()
                        .map(p -> p.gap() == null ? p.text() : UNKNOWN)
                        .reduce("", String::concat))
                : Optional.empty();
    }
}
