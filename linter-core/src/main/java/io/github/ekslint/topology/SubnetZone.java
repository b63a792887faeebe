package io.github.ekslint.topology;

import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reference.ZoneName;

/**
 * The zone of a subnet.
 *
 * @param identity what tells it from the zones of the cluster's other subnets: names or ids, the same for all of them
 * @param name in the account of the estate
 * @param id the same in every account
 * @param kind Availability Zone, Local Zone or Wavelength Zone
 * @param refused whether EKS refuses this Availability Zone for cluster subnets
 */
public record SubnetZone(
        Value<String> identity, Value<String> name, Value<String> id, Value<ZoneName.Kind> kind, Truth refused) {}
