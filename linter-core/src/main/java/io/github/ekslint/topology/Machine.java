package io.github.ekslint.topology;

import io.github.ekslint.model.Value;

/**
 * An instance type that a node group may launch.
 *
 * @param type such as {@code m7g.large}
 * @param architecture {@code x86_64} or {@code arm64}
 * @param accelerator {@code nvidia}, {@code neuron} or another; absent when it has none
 */
public record Machine(Value<String> type, Value<String> architecture, Value<String> accelerator) {}
