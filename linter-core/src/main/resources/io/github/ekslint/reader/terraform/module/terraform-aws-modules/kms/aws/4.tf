# version 4: as all others
