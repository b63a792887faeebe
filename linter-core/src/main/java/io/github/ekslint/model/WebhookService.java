package io.github.ekslint.model;

import io.github.ekslint.source.Place;

/**
 * A Service that the API server calls: the {@code clientConfig.service} of a webhook.
 *
 * @param namespace the namespace of the Service
 * @param name its name
 * @param port the port of the Service
 */
public record WebhookService(Place place, Value<String> namespace, Value<String> name, Value<Integer> port) {}
