package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNodes;
import io.github.ekslint.reader.implied.NodeImage;
import io.github.ekslint.reader.implied.UserData;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Launch templates; launch configurations count as such. */
final class LaunchTemplates {

    static final String TEMPLATE = "AWS::EC2::LaunchTemplate";
    static final String CONFIGURATION = "AWS::AutoScaling::LaunchConfiguration";

    private LaunchTemplates() {}

    static void read(StackResources resources) {
        resources.of(TEMPLATE, CONFIGURATION).forEach(r -> read(resources, r));
    }

    /** What instances are made of. */
    static Props data(Resource resource) {
        return resource.is(TEMPLATE) ? resource.properties().child("LaunchTemplateData") : resource.properties();
    }

    private static void read(StackResources resources, Resource resource) {
        Props props = resource.properties();
        Props data = data(resource);
        Place at = resource.place();
        boolean template = resource.is(TEMPLATE);
        Props metadata = data.child("MetadataOptions");
        Props.Children interfaces = data.children("NetworkInterfaces");
        Attributes.Builder attributes = Attributes.builder()
                .set(LaunchTemplate.LAUNCH_TEMPLATE_ID, props.text(Attribute.id(resource), "LaunchTemplateId"))
                .set(LaunchTemplate.IMAGE_ID, image(data))
                .set(LaunchTemplate.INSTANCE_TYPE, data.textOrAbsent("InstanceType"))
                .set(
                        LaunchTemplate.SECURITY_GROUP_IDS,
                        data.refs(template ? "SecurityGroupIds" : "SecurityGroups")
                                .orElseGet(() -> Listing.absent(data.at())))
                .set(LaunchTemplate.NETWORK_INTERFACE_GROUPS, groups(interfaces))
                .set(LaunchTemplate.ASSOCIATE_PUBLIC_IP_ADDRESS, publicAddress(data, interfaces, template))
                .set(LaunchTemplate.USER_DATA, UserData.present(data.datum("UserData"), at))
                .set(LaunchTemplate.BOOTSTRAPS_CLUSTER, UserData.bootstrapsCluster(data.datum("UserData"), at))
                .set(
                        LaunchTemplate.IAM_INSTANCE_PROFILE,
                        template
                                ? data.child("IamInstanceProfile")
                                        .text("Arn")
                                        .or(() ->
                                                data.child("IamInstanceProfile").text("Name"))
                                        .orElseGet(() -> Value.absent(at))
                                : data.textOrAbsent("IamInstanceProfile"))
                .set(LaunchTemplate.MARKET_TYPE, marketType(data))
                .set(
                        LaunchTemplate.SUBNET_ID,
                        interfaces.all().stream()
                                .flatMap(i -> i.text("SubnetId").stream())
                                .findFirst()
                                .orElseGet(() -> Value.absent(at)));
        // without a word, the image and the account decide
        metadata.text("HttpTokens").ifPresent(t -> attributes.set(LaunchTemplate.HTTP_TOKENS, t));
        metadata.integer("HttpPutResponseHopLimit")
                .ifPresent(h -> attributes.set(LaunchTemplate.HTTP_PUT_RESPONSE_HOP_LIMIT, h));
        props.text("LaunchTemplateName").ifPresent(n -> attributes.set(LaunchTemplate.LAUNCH_TEMPLATE_NAME, n));
        attributes.set(LaunchTemplate.VOLUME_ENCRYPTED, encrypted(data));
        resources.add(new LaunchTemplate(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    private static Listing<Ref> groups(Props.Children interfaces) {
        List<Ref> groups = new ArrayList<>();
        Value.Unresolved<?> rest = interfaces.rest();
        for (Props one : interfaces.all()) {
            Listing<Ref> listed = one.refs("Groups").orElseGet(() -> Listing.absent(one.at()));
            groups.addAll(listed.items());
            rest = listed.openEnd().orElse(null) == null ? rest : listed.rest();
        }
        Listing<Ref> listing = Listing.explicit(groups, interfaces.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    private static Value<Boolean> publicAddress(Props data, Props.Children interfaces, boolean template) {
        Optional<Value<Boolean>> written = template
                ? interfaces.all().stream()
                        .flatMap(i -> i.flag("AssociatePublicIpAddress").stream())
                        .findFirst()
                : data.flag("AssociatePublicIpAddress");
        return Props.or(written, Value.absent(data.at()));
    }

    private static Value<String> marketType(Props data) {
        if (data.has("SpotPrice")) {
            return Value.explicit("spot", data.place("SpotPrice"));
        }
        return data.child("InstanceMarketOptions").textOrAbsent("MarketType");
    }

    private static Value<Boolean> encrypted(Props data) {
        Props.Children mappings = data.children("BlockDeviceMappings");
        List<Value<Boolean>> volumes = mappings.all().stream()
                .filter(m -> m.has("Ebs"))
                .map(m -> m.child("Ebs"))
                .map(e -> Props.or(e.flag("Encrypted"), Value.absent(e.at())))
                .toList();
        boolean ownImage =
                data.has("ImageId") && NodeImage.of(data.datum("ImageId")).isEmpty();
        return ImpliedNodes.encrypted(volumes, mappings.rest() != null, ownImage, data.at());
    }

    /** An empty text, as generators leave it, names no image. */
    private static Value<String> image(Props data) {
        Value<String> image = data.textOrAbsent("ImageId");
        return image.known().filter(String::isBlank).isPresent() ? Value.absent(data.place("ImageId")) : image;
    }
}
