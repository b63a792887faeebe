package io.github.ekslint.reference;

import io.github.ekslint.source.Problem;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The figures that change without ekslint changing: versions, dates, AMI types, zones, endpoints. Comes from the data files
 * of a rule pack, or from files the user puts in their place. Tables are read when they are first asked for; instances may be
 * used from several threads.
 *
 * <p>No table guesses: what it does not say is empty or unknown.
 */
public interface ReferenceData {

    /** How many days figures may be old before a run says so. */
    int FRESH_DAYS = 90;

    /** The UTC day on which the figures were last checked: the oldest of all tables. */
    LocalDate asOf();

    /**
     * A warning when the figures are older than {@link #FRESH_DAYS} on that day; its place is the file of the oldest table.
     *
     * @param today the UTC day of the run
     */
    Optional<Problem> staleness(LocalDate today);

    /** When EKS supports which Kubernetes minor version. */
    VersionCalendar versions();

    /** The AMI types of the EKS API and their families. */
    AmiTypes amiTypes();

    /** The zones in which EKS refuses cluster subnets. */
    Zones zones();

    /** The partitions of AWS and their Regions. */
    Partitions partitions();

    /** The ports that control plane and nodes need. */
    Ports ports();

    /** The VPC endpoints that a cluster without outbound internet access needs. */
    PrivateEndpoints privateEndpoints();

    /** How far kubelets may be behind the control plane. */
    SkewPolicy skewPolicy();

    /** What the name of an instance type says about its processor. */
    InstanceFamilies instanceFamilies();

    /** How many network interfaces and addresses an instance type has. */
    InstanceLimits instanceLimits();

    /** Since which minor version things changed. */
    Milestones milestones();

    /** What eksctl fills in. */
    EksctlDefaults eksctl();
}
