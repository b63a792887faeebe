package io.github.ekslint.reference;

import java.util.Optional;

/**
 * A family of EC2 instance types.
 *
 * @param name the part of the type's name before the dot, such as {@code m7gd}
 * @param architecture {@code x86_64} or {@code arm64}, or {@code x86_64_mac} and {@code arm64_mac}, as the EC2 API spells them
 * @param accelerator {@code nvidia} or {@code neuron} for those that an accelerated AMI has drivers for, else its maker
 *     ({@code amd}, {@code habana}, {@code qualcomm}, {@code xilinx}); empty when it has none or the name does not tell
 * @param hypervisor {@code nitro} or {@code xen}, as the EC2 API spells them; empty for bare metal or when not known
 * @param derived whether the family is not in the table and its name was read by the naming convention
 */
public record InstanceFamily(
        String name, String architecture, Optional<String> accelerator, Optional<String> hypervisor, boolean derived) {}
