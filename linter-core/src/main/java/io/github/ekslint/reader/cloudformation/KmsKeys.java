package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;

/**
 * Keys that the stacks make
 * (<a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html">AWS::KMS::Key</a>).
 */
final class KmsKeys {

    private KmsKeys() {}

    static void read(StackResources resources) {
        resources.of("AWS::KMS::Key").forEach(r -> resources.add(key(r)));
    }

    private static KmsKey key(Resource resource) {
        Props props = resource.properties();
        Value<String> state = props.flagOr("Enabled", true).map(enabled -> enabled ? "Enabled" : "Disabled");
        Attributes attributes = Attributes.builder()
                .set(KmsKey.ARN, props.text(Attribute.of(resource, "Arn"), "Arn"))
                .set(KmsKey.KEY_STATE, state)
                .set(KmsKey.KEY_SPEC, props.textOr("KeySpec", "SYMMETRIC_DEFAULT"))
                .set(KmsKey.KEY_USAGE, props.textOr("KeyUsage", "ENCRYPT_DECRYPT"))
                .build();
        return new KmsKey(resource.key(), resource.place(), resource.existence(), null, attributes);
    }
}
