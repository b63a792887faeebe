package io.github.ekslint.model;

import io.github.ekslint.source.Place;

/**
 * A port that a container of a pod listens on.
 *
 * @param name by which a Service may name it; absent when it has none
 */
public record ContainerPort(Place place, Value<String> name, Value<Integer> port) {}
