# What version 17 of module terraform-aws-modules/eks/aws creates, written for ekslint after the module's documentation, as far as
# requirements of EKS look at it. Addresses are those of the module.
# https://registry.terraform.io/modules/terraform-aws-modules/eks/aws/17.24.0

variable "create_eks" {
  default = true
}

variable "cluster_name" {
  default = ""
}

variable "cluster_version" {
  default = null
}

variable "subnets" {
  default = []
}

variable "fargate_subnets" {
  default = []
}

variable "vpc_id" {
  default = null
}

variable "cluster_enabled_log_types" {
  default = []
}

variable "cluster_encryption_config" {
  default = []
}

variable "cluster_endpoint_private_access" {
  default = false
}

variable "cluster_endpoint_public_access" {
  default = true
}

variable "cluster_endpoint_public_access_cidrs" {
  default = ["0.0.0.0/0"]
}

variable "cluster_create_endpoint_private_access_sg_rule" {
  default = false
}

variable "cluster_endpoint_private_access_cidrs" {
  default = null
}

variable "cluster_create_security_group" {
  default = true
}

variable "cluster_security_group_id" {
  default = ""
}

variable "cluster_egress_cidrs" {
  default = ["0.0.0.0/0"]
}

variable "cluster_service_ipv4_cidr" {
  default = null
}

variable "manage_cluster_iam_resources" {
  default = true
}

variable "enable_irsa" {
  default = false
}

variable "worker_create_security_group" {
  default = true
}

variable "worker_security_group_id" {
  default = ""
}

variable "worker_additional_security_group_ids" {
  default = []
}

variable "worker_sg_ingress_from_port" {
  default = 1025
}

variable "worker_create_cluster_primary_security_group_rules" {
  default = false
}

variable "workers_egress_cidrs" {
  default = ["0.0.0.0/0"]
}

variable "attach_worker_cni_policy" {
  default = true
}

variable "workers_additional_policies" {
  default = []
}

variable "workers_group_defaults" {
  default = {}
}

variable "worker_groups" {
  default = []
}

variable "worker_groups_launch_template" {
  default = []
}

variable "node_groups_defaults" {
  default = {}
}

variable "node_groups" {
  default = {}
}

variable "fargate_profiles" {
  default = {}
}

variable "tags" {
  default = {}
}

data "aws_partition" "current" {}

locals {
  create_workers_group = var.create_eks && var.worker_create_security_group
  create_cluster_group = var.create_eks && var.cluster_create_security_group
  cluster_group_id     = local.create_cluster_group ? aws_security_group.cluster[0].id : var.cluster_security_group_id
  workers_group_id     = local.create_workers_group ? aws_security_group.workers[0].id : var.worker_security_group_id
}

resource "aws_eks_cluster" "this" {
  count                     = var.create_eks ? 1 : 0
  name                      = var.cluster_name
  version                   = var.cluster_version
  role_arn                  = try(aws_iam_role.cluster[0].arn, null)
  enabled_cluster_log_types = var.cluster_enabled_log_types
  tags                      = var.tags

  vpc_config {
    security_group_ids      = compact([local.cluster_group_id])
    subnet_ids              = var.subnets
    endpoint_private_access = var.cluster_endpoint_private_access
    endpoint_public_access  = var.cluster_endpoint_public_access
    public_access_cidrs     = var.cluster_endpoint_public_access_cidrs
  }

  kubernetes_network_config {
    service_ipv4_cidr = var.cluster_service_ipv4_cidr
  }

  dynamic "encryption_config" {
    for_each = var.cluster_encryption_config
    content {
      provider {
        key_arn = encryption_config.value.provider_key_arn
      }
      resources = encryption_config.value.resources
    }
  }
}

resource "aws_iam_openid_connect_provider" "oidc_provider" {
  count          = var.create_eks && var.enable_irsa ? 1 : 0
  client_id_list = ["sts.amazonaws.com"]
  url            = aws_eks_cluster.this[0].identity[0].oidc[0].issuer
}

resource "aws_iam_role" "cluster" {
  count = var.create_eks && var.manage_cluster_iam_resources ? 1 : 0

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = ["eks.amazonaws.com"] } }]
  })
}

resource "aws_iam_role_policy_attachment" "cluster" {
  for_each   = toset(var.create_eks && var.manage_cluster_iam_resources ? ["AmazonEKSClusterPolicy", "AmazonEKSServicePolicy", "AmazonEKSVPCResourceController"] : [])
  role       = aws_iam_role.cluster[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role" "workers" {
  count = var.create_eks ? 1 : 0

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = ["ec2.amazonaws.com"] } }]
  })
}

resource "aws_iam_role_policy_attachment" "workers" {
  for_each   = toset(var.create_eks ? concat(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryReadOnly"], var.attach_worker_cni_policy ? ["AmazonEKS_CNI_Policy"] : []) : [])
  role       = aws_iam_role.workers[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "workers_additional_policies" {
  count      = var.create_eks ? length(var.workers_additional_policies) : 0
  role       = aws_iam_role.workers[0].name
  policy_arn = var.workers_additional_policies[count.index]
}

resource "aws_security_group" "cluster" {
  count  = local.create_cluster_group ? 1 : 0
  vpc_id = var.vpc_id
}

resource "aws_security_group_rule" "cluster_egress_internet" {
  count             = local.create_cluster_group ? 1 : 0
  security_group_id = aws_security_group.cluster[0].id
  type              = "egress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = var.cluster_egress_cidrs
}

resource "aws_security_group_rule" "cluster_https_worker_ingress" {
  count                    = local.create_cluster_group && local.create_workers_group ? 1 : 0
  security_group_id        = aws_security_group.cluster[0].id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
  source_security_group_id = local.workers_group_id
}

resource "aws_security_group_rule" "cluster_private_access_cidrs_source" {
  for_each          = toset(var.create_eks && var.cluster_create_endpoint_private_access_sg_rule && var.cluster_endpoint_private_access && var.cluster_endpoint_private_access_cidrs != null ? var.cluster_endpoint_private_access_cidrs : [])
  security_group_id = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = [each.value]
}

resource "aws_security_group" "workers" {
  count  = local.create_workers_group ? 1 : 0
  vpc_id = var.vpc_id
  tags   = merge(var.tags, { "kubernetes.io/cluster/${var.cluster_name}" = "owned" })
}

resource "aws_security_group_rule" "workers_egress_internet" {
  count             = local.create_workers_group ? 1 : 0
  security_group_id = aws_security_group.workers[0].id
  type              = "egress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = var.workers_egress_cidrs
}

resource "aws_security_group_rule" "workers_ingress_self" {
  count                    = local.create_workers_group ? 1 : 0
  security_group_id        = aws_security_group.workers[0].id
  type                     = "ingress"
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 65535
  source_security_group_id = aws_security_group.workers[0].id
}

resource "aws_security_group_rule" "workers_ingress_cluster" {
  count                    = local.create_workers_group ? 1 : 0
  security_group_id        = aws_security_group.workers[0].id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = var.worker_sg_ingress_from_port
  to_port                  = 65535
  source_security_group_id = local.cluster_group_id
}

resource "aws_security_group_rule" "workers_ingress_cluster_kubelet" {
  count                    = local.create_workers_group && var.worker_sg_ingress_from_port > 10250 ? 1 : 0
  security_group_id        = aws_security_group.workers[0].id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 10250
  to_port                  = 10250
  source_security_group_id = local.cluster_group_id
}

resource "aws_security_group_rule" "workers_ingress_cluster_https" {
  count                    = local.create_workers_group ? 1 : 0
  security_group_id        = aws_security_group.workers[0].id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
  source_security_group_id = local.cluster_group_id
}

resource "aws_security_group_rule" "workers_ingress_cluster_primary" {
  count                    = local.create_workers_group && var.worker_create_cluster_primary_security_group_rules ? 1 : 0
  security_group_id        = aws_security_group.workers[0].id
  type                     = "ingress"
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 65535
  source_security_group_id = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
}

resource "aws_security_group_rule" "cluster_primary_ingress_workers" {
  count                    = local.create_workers_group && var.worker_create_cluster_primary_security_group_rules ? 1 : 0
  security_group_id        = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
  type                     = "ingress"
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 65535
  source_security_group_id = aws_security_group.workers[0].id
}

resource "aws_iam_instance_profile" "workers" {
  count = var.create_eks ? length(var.worker_groups) + length(var.worker_groups_launch_template) : 0
  role  = aws_iam_role.workers[0].name
}

variable "worker_ami_name_filter" {
  default = ""
}

variable "worker_ami_owner_id" {
  default = "amazon"
}

# the image of a group that names none follows the version of the cluster
data "aws_ami" "eks_worker" {
  owners = [var.worker_ami_owner_id]

  filter {
    name   = "name"
    values = [coalesce(var.worker_ami_name_filter, "amazon-eks-node-${coalesce(var.cluster_version, "default")}-v*")]
  }
}

resource "aws_launch_template" "workers" {
  count                  = var.create_eks ? length(var.worker_groups) + length(var.worker_groups_launch_template) : 0
  image_id               = try(coalesce(local.groups[count.index].ami_id), data.aws_ami.eks_worker.image_id)
  instance_type          = try(coalesce(local.groups[count.index].instance_type), "m4.large")
  user_data              = templatefile("user data of worker group ${count.index}", {})
  vpc_security_group_ids = compact(concat([local.workers_group_id], var.worker_additional_security_group_ids, try(coalesce(local.groups[count.index].additional_security_group_ids), [])))

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = try(coalesce(local.groups[count.index].root_encrypted), null)
    }
  }

  iam_instance_profile {
    arn = aws_iam_instance_profile.workers[count.index].arn
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = try(coalesce(local.groups[count.index].metadata_http_tokens), "optional")
    http_put_response_hop_limit = try(local.groups[count.index].metadata_http_put_response_hop_limit, null)
  }
}

locals {
  groups = [for g in concat(var.worker_groups, var.worker_groups_launch_template) : merge(var.workers_group_defaults, g)]
}

resource "aws_autoscaling_group" "workers" {
  count               = var.create_eks ? length(var.worker_groups) + length(var.worker_groups_launch_template) : 0
  min_size            = try(coalesce(local.groups[count.index].asg_min_size), 1)
  max_size            = try(coalesce(local.groups[count.index].asg_max_size), 3)
  desired_capacity    = try(coalesce(local.groups[count.index].asg_desired_capacity), 1)
  vpc_zone_identifier = try(coalesce(local.groups[count.index].subnets), var.subnets)

  dynamic "launch_template" {
    for_each = try(length(local.groups[count.index].override_instance_types), 0) > 0 ? [] : [1]
    content {
      id      = aws_launch_template.workers[count.index].id
      version = "$Latest"
    }
  }

  dynamic "mixed_instances_policy" {
    for_each = try(length(local.groups[count.index].override_instance_types), 0) > 0 ? [1] : []
    content {
      instances_distribution {
        on_demand_percentage_above_base_capacity = try(coalesce(local.groups[count.index].on_demand_percentage_above_base_capacity), 0)
        spot_allocation_strategy                 = try(coalesce(local.groups[count.index].spot_allocation_strategy), "lowest-price")
      }
      launch_template {
        launch_template_specification {
          launch_template_id = aws_launch_template.workers[count.index].id
          version            = "$Latest"
        }
        dynamic "override" {
          for_each = local.groups[count.index].override_instance_types
          content {
            instance_type = override.value
          }
        }
      }
    }
  }

  tag {
    key                 = "kubernetes.io/cluster/${var.cluster_name}"
    value               = "owned"
    propagate_at_launch = true
  }
}

module "node_groups" {
  source          = "./modules/node_groups"
  cluster_name    = try(aws_eks_cluster.this[0].name, null)
  role_arn        = try(aws_iam_role.workers[0].arn, null)
  subnets         = var.subnets
  groups          = { for k, v in var.node_groups : k => merge(var.node_groups_defaults, v) if var.create_eks }
  worker_defaults = var.workers_group_defaults
  workers_group   = local.workers_group_id
}

resource "aws_eks_fargate_profile" "this" {
  for_each               = { for k, v in var.fargate_profiles : k => v if var.create_eks }
  cluster_name           = aws_eks_cluster.this[0].name
  fargate_profile_name   = try(coalesce(each.value.name), each.key)
  pod_execution_role_arn = aws_iam_role.eks_fargate_pod[0].arn
  subnet_ids             = try(coalesce(each.value.subnets), length(var.fargate_subnets) > 0 ? var.fargate_subnets : var.subnets)

  dynamic "selector" {
    for_each = try(each.value.selectors, [])
    content {
      namespace = selector.value.namespace
      labels    = try(selector.value.labels, {})
    }
  }
}

resource "aws_iam_role" "eks_fargate_pod" {
  count = var.create_eks && length(var.fargate_profiles) > 0 ? 1 : 0

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = ["eks-fargate-pods.amazonaws.com"] } }]
  })
}

resource "aws_iam_role_policy_attachment" "eks_fargate_pod" {
  count      = var.create_eks && length(var.fargate_profiles) > 0 ? 1 : 0
  role       = aws_iam_role.eks_fargate_pod[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy"
}

output "cluster_id" {
  value = try(aws_eks_cluster.this[0].name, "")
}

output "cluster_arn" {
  value = try(aws_eks_cluster.this[0].arn, null)
}

output "cluster_version" {
  value = try(aws_eks_cluster.this[0].version, null)
}

output "cluster_endpoint" {
  value = try(aws_eks_cluster.this[0].endpoint, null)
}

output "cluster_security_group_id" {
  value = local.cluster_group_id
}

output "cluster_primary_security_group_id" {
  value = try(aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id, null)
}

output "worker_security_group_id" {
  value = local.workers_group_id
}

output "worker_iam_role_arn" {
  value = try(aws_iam_role.workers[0].arn, null)
}

output "worker_iam_role_name" {
  value = try(aws_iam_role.workers[0].name, null)
}

output "cluster_iam_role_name" {
  value = try(aws_iam_role.cluster[0].name, null)
}
