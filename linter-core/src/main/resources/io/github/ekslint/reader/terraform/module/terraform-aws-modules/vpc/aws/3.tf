# https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws/3.19.0?tab=inputs

variable "enable_dns_hostnames" {
  default = false
}

variable "map_public_ip_on_launch" {
  default = true
}

variable "manage_default_security_group" {
  default = false
}
