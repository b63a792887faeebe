# https://github.com/terraform-aws-modules/terraform-aws-vpc/blob/master/UPGRADE-4.0.md

variable "enable_dns_hostnames" {
  default = true
}

variable "map_public_ip_on_launch" {
  default = false
}

variable "manage_default_security_group" {
  default = true
}
