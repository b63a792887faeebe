# The managed node groups of version 17 of module terraform-aws-modules/eks/aws, written for ekslint after its documentation.
# https://registry.terraform.io/modules/terraform-aws-modules/eks/aws/17.24.0/submodules/node_groups

variable "cluster_name" {
  default = null
}

variable "role_arn" {
  default = null
}

variable "subnets" {
  default = []
}

variable "groups" {
  default = {}
}

variable "worker_defaults" {
  default = {}
}

variable "workers_group" {
  default = null
}

locals {
  templated = { for k, v in var.groups : k => v if try(v.create_launch_template, false) == true }
}

resource "aws_launch_template" "workers" {
  for_each               = local.templated
  image_id               = try(each.value.ami_id, null)
  vpc_security_group_ids = compact(concat([var.workers_group], try(coalesce(each.value.additional_security_group_ids), [])))

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted   = try(each.value.disk_encrypted, null)
      volume_size = try(each.value.disk_size, null)
      volume_type = try(each.value.disk_type, null)
    }
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = try(coalesce(each.value.metadata_http_tokens), "optional")
    http_put_response_hop_limit = try(each.value.metadata_http_put_response_hop_limit, null)
  }
}

resource "aws_eks_node_group" "workers" {
  for_each        = var.groups
  cluster_name    = var.cluster_name
  node_group_name = try(coalesce(each.value.name), each.key)
  node_role_arn   = try(coalesce(each.value.iam_role_arn), var.role_arn)
  subnet_ids      = try(coalesce(each.value.subnets), var.subnets)
  ami_type        = try(each.value.ami_type, null)
  release_version = try(each.value.ami_release_version, null)
  version         = try(each.value.version, null)
  capacity_type   = try(each.value.capacity_type, null)
  disk_size       = try(each.value.create_launch_template, false) == true ? null : try(each.value.disk_size, null)
  instance_types  = try(coalesce(each.value.instance_types), [coalesce(var.worker_defaults.instance_type)], ["m4.large"])
  labels          = try(each.value.k8s_labels, null)

  scaling_config {
    min_size     = try(coalesce(each.value.min_capacity), coalesce(var.worker_defaults.asg_min_size), 1)
    max_size     = try(coalesce(each.value.max_capacity), coalesce(var.worker_defaults.asg_max_size), 3)
    desired_size = try(coalesce(each.value.desired_capacity), coalesce(var.worker_defaults.asg_desired_capacity), 1)
  }

  dynamic "launch_template" {
    for_each = try(each.value.create_launch_template, false) == true ? [aws_launch_template.workers[each.key].id] : try([coalesce(each.value.launch_template_id)], [])
    content {
      id      = launch_template.value
      version = try(coalesce(each.value.launch_template_version), "$Latest")
    }
  }

  dynamic "remote_access" {
    for_each = try(coalesce(each.value.key_name), "") == "" ? [] : [1]
    content {
      ec2_ssh_key               = each.value.key_name
      source_security_group_ids = try(each.value.source_security_group_ids, [])
    }
  }
}
