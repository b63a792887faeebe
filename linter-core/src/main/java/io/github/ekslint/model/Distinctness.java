package io.github.ekslint.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How many different values a set of members has: an interval, since values may be unresolved and members unknown. */
public final class Distinctness {

    /** More members than this are not compared pair by pair for their least number. */
    private static final int MAX_COMPARED = 64;

    private final List<Member> members;

    /** Over these members. */
    public Distinctness(List<Member> members) {
        this.members = List.copyOf(members);
    }

    /** Whether there are at least so many different values. */
    public Truth atLeast(int count) {
        List<Member> real = members.stream().filter(m -> !m.openEnd()).toList();
        List<Member> different = surelyDifferent(real, count);
        if (different.size() >= count) {
            return Truth.of(Logic.TRUE, grounds(different.subList(0, count)));
        }
        if (atMost(real) < count && real.size() == members.size()) {
            return Truth.of(Logic.FALSE, grounds(real));
        }
        List<Ground> open = grounds(members).stream().filter(Ground::unresolved).toList();
        return Truth.of(Logic.UNKNOWN, open.isEmpty() ? grounds(members) : open);
    }

    /** Whether there is at most one value. */
    public Truth atMostOne() {
        return atLeast(2).not();
    }

    /** The values as a message shows them: each once, and how many are not known. */
    @Override
    public String toString() {
        Set<String> known = new LinkedHashSet<>();
        Set<Symbol> symbols = new LinkedHashSet<>();
        long unknown = 0;
        for (Member member : members) {
            if (member.value().known().isPresent()) {
                known.add(member.value().known().get());
            } else if (!(member.value() instanceof Value.Unresolved<String> open)
                    || open.symbol() == null
                    || symbols.add(open.symbol())) {
                unknown++;
            }
        }
        String text = known.stream().sorted().collect(Collectors.joining(", "));
        if (text.isEmpty() && unknown == 1) {
            return "not known which";
        }
        if (unknown > 0) {
            text += (text.isEmpty() ? "" : " and ") + unknown + " not known";
        }
        return text.isEmpty() ? "none" : text;
    }

    /** Members that are different from one another: so many, or as many as are found greedily, whichever comes first. */
    private static List<Member> surelyDifferent(List<Member> real, int count) {
        List<Member> compared = new ArrayList<>(real.subList(0, Math.min(real.size(), MAX_COMPARED)));
        List<Member> most = surelyDifferent(compared);
        for (int i = 1; i < compared.size() && most.size() < count; i++) {
            Collections.rotate(compared, -1);
            List<Member> others = surelyDifferent(compared);
            most = others.size() > most.size() ? others : most;
        }
        return most;
    }

    private static List<Member> surelyDifferent(List<Member> compared) {
        List<Member> different = new ArrayList<>();
        for (Member candidate : compared) {
            if (candidate.value() instanceof Value.Absent<String>) {
                continue;
            }
            if (different.stream()
                    .allMatch(d -> Value.same("", d.value(), candidate.value()).isFalse())) {
                different.add(candidate);
            }
        }
        return different;
    }

    /** So many values at the most: those that are surely the same count once, those absent not at all. */
    private static long atMost(List<Member> real) {
        List<Member> representatives = new ArrayList<>();
        for (Member candidate : real) {
            if (candidate.value() instanceof Value.Absent<String>) {
                continue;
            }
            if (representatives.stream()
                    .noneMatch(r -> Value.same("", r.value(), candidate.value()).isTrue())) {
                representatives.add(candidate);
            }
        }
        return representatives.size();
    }

    private static List<Ground> grounds(List<Member> members) {
        return members.stream()
                .map(m -> {
                    Ground ground = m.value().ground(m.label());
                    return new Ground(
                            ground.label(),
                            ground.value(),
                            ground.state(),
                            m.places().isEmpty() ? ground.places() : m.places(),
                            ground.settledBy());
                })
                .toList();
    }
}
