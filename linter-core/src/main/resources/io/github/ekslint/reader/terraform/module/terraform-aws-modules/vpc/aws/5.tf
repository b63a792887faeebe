# The defaults of version 4 stand: https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws/5.0.0?tab=inputs

variable "enable_dns_hostnames" {
  default = true
}

variable "map_public_ip_on_launch" {
  default = false
}

variable "manage_default_security_group" {
  default = true
}
