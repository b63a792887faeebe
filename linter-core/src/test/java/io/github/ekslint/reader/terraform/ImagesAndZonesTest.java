package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What data sources tell though they are not looked up, and what a new VPC has. */
class ImagesAndZonesTest {

    private static final String NODES =
            """
            resource "aws_eks_cluster" "this" {
              name = "shop"
              vpc_config { subnet_ids = [aws_subnet.a.id] }
            }
            resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
            resource "aws_subnet" "a" {
              vpc_id            = aws_vpc.main.id
              availability_zone = data.aws_availability_zones.all.names[0]
            }
            data "aws_availability_zones" "all" {
              filter {
                name   = "opt-in-status"
                values = ["opt-in-not-required"]
              }
            }
            variable "version_of_nodes" {}
            resource "aws_autoscaling_group" "nodes" {
              launch_template { id = aws_launch_template.nodes.id }
              tag {
                key   = "kubernetes.io/cluster/${aws_eks_cluster.this.name}"
                value = "owned"
              }
            }
            """;

    private static NodeGroup nodes(String image) {
        return ReadPlan.source(NODES + image).one(NodeGroup.class, "aws_autoscaling_group.nodes");
    }

    @ParameterizedTest
    @CsvSource({
        "/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended/image_id, AL2023, 1.33",
        "/aws/service/eks/optimized-ami/1.30/amazon-linux-2/recommended/image_id, AL2, 1.30",
        "/aws/service/bottlerocket/aws-k8s-1.32/x86_64/latest/image_id, BOTTLEROCKET, 1.32",
        "'/aws/service/bottlerocket/aws-k8s-${var.version_of_nodes}/x86_64/latest/image_id', BOTTLEROCKET, ?",
        "/golden/image, ?, ?"
    })
    void aParameterNamesTheKindOfItsImage(String name, String family, String version) {
        NodeGroup nodes = nodes(
                """
                data "aws_ssm_parameter" "image" { name = "%s" }
                resource "aws_launch_template" "nodes" { image_id = nonsensitive(data.aws_ssm_parameter.image.value) }
                """
                        .formatted(name));

        assertThat(nodes.amiFamily().known().orElse("?")).isEqualTo(family);
        assertThat(nodes.version().known().orElse("?")).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "amazon, amazon-eks-node-1.29-v*, AL2, 1.29",
        "amazon, amazon-eks-gpu-node-1.29-*, AL2, 1.29",
        "602401143452, amazon-eks-node-al2023-x86_64-standard-1.34-v*, AL2023, 1.34",
        "amazon, 'amazon-eks-node-al2023-arm64-standard-${var.version_of_nodes}-*', AL2023, ?",
        "amazon, bottlerocket-aws-k8s-1.33-x86_64-*, BOTTLEROCKET, 1.33",
        "amazon, Windows_Server-2022-English-Core-EKS_Optimized-1.33-*, WINDOWS_2022, 1.33",
        "amazon, amazon-eks-node-*, ?, ?",
        "self, amazon-eks-node-1.29-v*, ?, ?"
    })
    void aFilterNamesTheKindOfItsImage(String owner, String name, String family, String version) {
        NodeGroup nodes = nodes(
                """
                data "aws_ami" "image" {
                  owners = ["%s"]
                  filter {
                    name   = "name"
                    values = ["%s"]
                  }
                }
                resource "aws_launch_template" "nodes" { image_id = data.aws_ami.image.image_id }
                """
                        .formatted(owner, name));

        assertThat(nodes.amiFamily().known().orElse("?")).isEqualTo(family);
        assertThat(nodes.version().known().orElse("?")).isEqualTo(version);
    }

    @Test
    void aPlanKnowsWhichDataSourceFoundTheImage() {
        ReadPlan read = ReadPlan.of(
                new PlanText()
                        .create("aws_eks_cluster.this", "{\"name\": \"prod\"}", "{\"id\": true}", "{\"name\": {}}")
                        .create(
                                "aws_launch_template.nodes",
                                "{\"image_id\": \"ami-0a1b2c3d4e5f60718\"}",
                                "{\"id\": true}",
                                "{\"image_id\": {\"references\": [\"data.aws_ami.nodes.id\", \"data.aws_ami.nodes\"]}}")
                        .create(
                                "aws_autoscaling_group.nodes",
                                "{\"launch_template\": [{}], \"tag\": [{\"key\": \"kubernetes.io/cluster/prod\", \"value\": \"owned\"}]}",
                                "{\"id\": true, \"launch_template\": [{\"id\": true}]}",
                                "{\"launch_template\": [{\"id\": {\"references\": [\"aws_launch_template.nodes.id\"]}}]}")
                        .found(
                                "data.aws_ami.nodes",
                                "{\"id\": \"ami-0a1b2c3d4e5f60718\", \"owners\": [\"amazon\"],"
                                        + " \"filter\": [{\"name\": \"name\", \"values\": [\"bottlerocket-aws-k8s-1.33-x86_64-*\"]}]}"));

        assertThat(read.one(NodeGroup.class, "aws_autoscaling_group.nodes")
                        .amiFamily()
                        .known())
                .contains("BOTTLEROCKET");
    }

    @Test
    void zonesThatNeedNoOptInAreAvailabilityZones() {
        Subnet subnet = ReadPlan.source(NODES).one(Subnet.class, "aws_subnet.a");

        Value.Unresolved<String> zone = (Value.Unresolved<String>) subnet.availabilityZone();
        assertThat(zone.symbol()).isNotNull();
        assertThat(zone.symbol().list()).startsWith("AvailabilityZones:");
    }

    @Test
    void aNewVpcHasTheOptionSetOfItsRegion() {
        assertThat(ReadPlan.source(NODES).one(Vpc.class, "aws_vpc.main").dhcpOptions())
                .isInstanceOf(Value.Absent.class);
        assertThat(ReadPlan.source(
                                NODES
                                        + """
                                        resource "aws_vpc_dhcp_options_association" "a" {
                                          vpc_id          = aws_vpc.main.id
                                          dhcp_options_id = "dopt-1"
                                        }
                                        """)
                        .one(Vpc.class, "aws_vpc.main")
                        .dhcpOptions()
                        .known())
                .isPresent();
    }

    @Test
    void ofTheVolumesOfTheImageOfEksTheAccountDecides() {
        LaunchTemplate template = ReadPlan.source(NODES + "resource \"aws_launch_template\" \"nodes\" {}")
                .one(LaunchTemplate.class, "aws_launch_template.nodes");

        assertThat(template.volumeEncrypted()).isInstanceOf(Value.Absent.class);
    }
}
