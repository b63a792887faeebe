package io.github.ekslint.topology;

import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Vpc;

/**
 * What is worked out about one subnet, whoever uses it.
 *
 * @param vpc the VPC it lies in; one of which nothing is known where nothing is
 */
public record SubnetTraits(Subnet subnet, Vpc vpc, SubnetZone zone, SubnetRouting routing, FreeAddresses addresses) {}
