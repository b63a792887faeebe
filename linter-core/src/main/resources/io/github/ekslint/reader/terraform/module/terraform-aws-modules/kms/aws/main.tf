# What module terraform-aws-modules/kms/aws creates, written for ekslint after the module's documentation, as far as the encryption of a
# cluster looks at it. https://registry.terraform.io/modules/terraform-aws-modules/kms/aws

variable "create" {
  default = true
}

variable "create_external" {
  default = false
}

variable "create_replica" {
  default = false
}

variable "create_replica_external" {
  default = false
}

variable "customer_master_key_spec" {
  default = null
}

variable "key_usage" {
  default = null
}

variable "is_enabled" {
  default = null
}

variable "enable_key_rotation" {
  default = true
}

resource "aws_kms_key" "this" {
  count                    = var.create && !var.create_external && !var.create_replica && !var.create_replica_external ? 1 : 0
  customer_master_key_spec = var.customer_master_key_spec
  key_usage                = var.key_usage
  is_enabled               = var.is_enabled
  enable_key_rotation      = var.enable_key_rotation
}

output "key_arn" {
  value = try(aws_kms_key.this[0].arn, null)
}

output "key_id" {
  value = try(aws_kms_key.this[0].key_id, null)
}
