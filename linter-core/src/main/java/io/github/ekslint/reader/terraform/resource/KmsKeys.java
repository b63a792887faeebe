package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;

/**
 * KMS keys of this configuration, as AWS makes them
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key">aws_kms_key</a>).
 */
final class KmsKeys {

    private KmsKeys() {}

    static void read(TfResources resources) {
        resources.of("aws_kms_key", "aws_kms_replica_key").forEach(k -> read(k, resources));
    }

    private static void read(TfResource resource, TfResources resources) {
        Props props = resource.attributes();
        Place at = resource.place();
        boolean copy = resource.is("aws_kms_replica_key");
        Attributes.Builder attributes = Attributes.builder()
                .set(KmsKey.ARN, IamPolicies.name(resource, "arn"))
                .set(
                        KmsKey.KEY_STATE,
                        props.flagOr(copy ? "enabled" : "is_enabled", true).map(on -> on ? "Enabled" : "Disabled"));
        if (!copy) {
            attributes
                    .set(KmsKey.KEY_SPEC, props.textOr("customer_master_key_spec", "SYMMETRIC_DEFAULT"))
                    .set(KmsKey.KEY_USAGE, props.textOr("key_usage", "ENCRYPT_DECRYPT"));
        }
        resources.add(new KmsKey(
                resource.key(), at, resource.existence(), resources.clusters().only(), attributes.build()));
    }
}
