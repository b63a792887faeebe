package io.github.ekslint.model;

import io.github.ekslint.source.Place;

/**
 * A port of a Service.
 *
 * @param port the port of the Service
 * @param targetPort the port of its pods: a number, or the name of a container port
 */
public record ServicePort(Place place, Value<Integer> port, Value<String> targetPort) {}
