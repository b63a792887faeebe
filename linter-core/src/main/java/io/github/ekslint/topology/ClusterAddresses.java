package io.github.ekslint.topology;

import io.github.ekslint.model.Distinctness;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Member;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The free addresses of all cluster subnets together.
 *
 * @param cluster the key of the cluster
 * @param running whether the cluster is known to be running already
 */
public record ClusterAddresses(String cluster, Truth running, List<ClusterSubnet> subnets) {

    /** Keeps its own copy. */
    public ClusterAddresses {
        subnets = List.copyOf(subnets);
    }

    /** Whether the subnets have at least so many free addresses together. */
    public Truth atLeast(int count) {
        long least = 0;
        long most = 0;
        for (ClusterSubnet subnet : subnets) {
            long free = subnet.openEnd() ? Long.MAX_VALUE : subnet.addresses().most();
            most = free == Long.MAX_VALUE || most == Long.MAX_VALUE ? Long.MAX_VALUE : most + free;
            least += subnet.addresses().least();
        }
        if (least >= count || most < count) {
            return Truth.of(
                    Logic.of(least >= count),
                    subnets.stream().map(s -> s.addresses().ground()).toList());
        }
        return Truth.of(Logic.UNKNOWN, unresolved());
    }

    /** Whether subnets with a free address lie in at least so many zones. */
    public Truth inZones(int count) {
        List<Member> surely = new ArrayList<>();
        List<Member> perhaps = new ArrayList<>();
        for (ClusterSubnet subnet : subnets) {
            Logic free = subnet.addresses().atLeast(1).logic();
            if (free == Logic.TRUE && !subnet.openEnd()) {
                surely.add(subnet.zone());
            }
            if (free != Logic.FALSE) {
                perhaps.add(subnet.zone());
            }
        }
        Truth enough = new Distinctness(surely).atLeast(count);
        if (enough.isTrue()) {
            return enough;
        }
        Truth atBest = new Distinctness(perhaps).atLeast(count);
        if (atBest.isFalse()) {
            return atBest.withGrounds(
                    subnets.stream().map(s -> s.addresses().ground()).toList());
        }
        List<Ground> open = unresolved();
        return Truth.of(Logic.UNKNOWN, open.isEmpty() ? atBest.grounds() : open);
    }

    /** Whether every single subnet has at least so many. */
    public Truth eachAtLeast(int count) {
        return Truth.all(subnets.stream()
                .map(s -> s.addresses().atLeast(count).or(s.existence().not()))
                .toList());
    }

    /** The numbers as a message shows them. */
    @Override
    public String toString() {
        return subnets.stream()
                .map(s -> "%s: %s".formatted(s.displayName(), s.addresses()))
                .collect(Collectors.joining(", "));
    }

    private List<Ground> unresolved() {
        return subnets.stream()
                .filter(s -> s.openEnd() || !s.addresses().observed())
                .map(s -> s.subnet().availableIpAddressCount())
                .filter(Value::isUnresolved)
                .map(v -> v.ground("availableIpAddressCount"))
                .toList();
    }
}
