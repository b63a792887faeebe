package io.github.ekslint.model;

import io.github.ekslint.source.Place;

/**
 * A statement of an IAM policy
 * (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM User Guide, policy elements</a>).
 *
 * @param effect Allow or Deny
 * @param actions such as {@code ecr:BatchGetImage} or {@code ec2:Describe*}; absent where notActions stands
 * @param notActions what it does not speak of, while it speaks of everything else; absent where actions stands
 * @param narrowed whether it holds for some resources only, or under a condition
 */
public record PolicyStatement(
        Place place,
        Value<String> effect,
        Listing<Value<String>> actions,
        Listing<Value<String>> notActions,
        boolean narrowed) {}
