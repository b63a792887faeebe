package io.github.ekslint.model;

import io.github.ekslint.source.Place;

/**
 * Which pods a Fargate profile takes.
 *
 * @param namespace a namespace, perhaps with {@code *} and {@code ?}
 * @param labels the labels a pod needs; empty means any
 */
public record FargateSelector(Place place, Value<String> namespace, Tags labels) {}
