/* The pages of docs/diagnostics in order of name; a test compares the list with the folder. */
static const unsigned char page_E0001[] = {
#embed "../../docs/diagnostics/E0001.md"
};
static const unsigned char page_E0002[] = {
#embed "../../docs/diagnostics/E0002.md"
};
static const unsigned char page_E0003[] = {
#embed "../../docs/diagnostics/E0003.md"
};
static const unsigned char page_E0004[] = {
#embed "../../docs/diagnostics/E0004.md"
};
static const unsigned char page_E0005[] = {
#embed "../../docs/diagnostics/E0005.md"
};
static const unsigned char page_E0006[] = {
#embed "../../docs/diagnostics/E0006.md"
};
static const unsigned char page_E0007[] = {
#embed "../../docs/diagnostics/E0007.md"
};
static const unsigned char page_E0008[] = {
#embed "../../docs/diagnostics/E0008.md"
};
static const unsigned char page_E0009[] = {
#embed "../../docs/diagnostics/E0009.md"
};
static const unsigned char page_E0010[] = {
#embed "../../docs/diagnostics/E0010.md"
};
static const unsigned char page_E0011[] = {
#embed "../../docs/diagnostics/E0011.md"
};
static const unsigned char page_E0012[] = {
#embed "../../docs/diagnostics/E0012.md"
};
static const unsigned char page_E0013[] = {
#embed "../../docs/diagnostics/E0013.md"
};
static const unsigned char page_E0014[] = {
#embed "../../docs/diagnostics/E0014.md"
};
static const unsigned char page_E0015[] = {
#embed "../../docs/diagnostics/E0015.md"
};
static const unsigned char page_E0016[] = {
#embed "../../docs/diagnostics/E0016.md"
};
static const unsigned char page_E0017[] = {
#embed "../../docs/diagnostics/E0017.md"
};
static const unsigned char page_E0018[] = {
#embed "../../docs/diagnostics/E0018.md"
};
static const unsigned char page_E0019[] = {
#embed "../../docs/diagnostics/E0019.md"
};
static const unsigned char page_E0020[] = {
#embed "../../docs/diagnostics/E0020.md"
};
static const unsigned char page_E0021[] = {
#embed "../../docs/diagnostics/E0021.md"
};
static const unsigned char page_E0022[] = {
#embed "../../docs/diagnostics/E0022.md"
};
static const unsigned char page_E0023[] = {
#embed "../../docs/diagnostics/E0023.md"
};
static const unsigned char page_E0024[] = {
#embed "../../docs/diagnostics/E0024.md"
};
static const unsigned char page_E0025[] = {
#embed "../../docs/diagnostics/E0025.md"
};
static const unsigned char page_E0026[] = {
#embed "../../docs/diagnostics/E0026.md"
};
static const unsigned char page_E0027[] = {
#embed "../../docs/diagnostics/E0027.md"
};
static const unsigned char page_E0101[] = {
#embed "../../docs/diagnostics/E0101.md"
};
static const unsigned char page_E0102[] = {
#embed "../../docs/diagnostics/E0102.md"
};
static const unsigned char page_E0103[] = {
#embed "../../docs/diagnostics/E0103.md"
};
static const unsigned char page_E0104[] = {
#embed "../../docs/diagnostics/E0104.md"
};
static const unsigned char page_E0105[] = {
#embed "../../docs/diagnostics/E0105.md"
};
static const unsigned char page_E0106[] = {
#embed "../../docs/diagnostics/E0106.md"
};
static const unsigned char page_E0107[] = {
#embed "../../docs/diagnostics/E0107.md"
};
static const unsigned char page_E0108[] = {
#embed "../../docs/diagnostics/E0108.md"
};
static const unsigned char page_E0109[] = {
#embed "../../docs/diagnostics/E0109.md"
};
static const unsigned char page_E0110[] = {
#embed "../../docs/diagnostics/E0110.md"
};
static const unsigned char page_E0111[] = {
#embed "../../docs/diagnostics/E0111.md"
};
static const unsigned char page_E0112[] = {
#embed "../../docs/diagnostics/E0112.md"
};
static const unsigned char page_E0113[] = {
#embed "../../docs/diagnostics/E0113.md"
};
static const unsigned char page_E0114[] = {
#embed "../../docs/diagnostics/E0114.md"
};
static const unsigned char page_E0115[] = {
#embed "../../docs/diagnostics/E0115.md"
};
static const unsigned char page_E0116[] = {
#embed "../../docs/diagnostics/E0116.md"
};
static const unsigned char page_E0117[] = {
#embed "../../docs/diagnostics/E0117.md"
};
static const unsigned char page_E0118[] = {
#embed "../../docs/diagnostics/E0118.md"
};
static const unsigned char page_E0119[] = {
#embed "../../docs/diagnostics/E0119.md"
};
static const unsigned char page_E0120[] = {
#embed "../../docs/diagnostics/E0120.md"
};
static const unsigned char page_E0121[] = {
#embed "../../docs/diagnostics/E0121.md"
};
static const unsigned char page_E0122[] = {
#embed "../../docs/diagnostics/E0122.md"
};
static const unsigned char page_E0123[] = {
#embed "../../docs/diagnostics/E0123.md"
};
static const unsigned char page_E0201[] = {
#embed "../../docs/diagnostics/E0201.md"
};
static const unsigned char page_E0202[] = {
#embed "../../docs/diagnostics/E0202.md"
};
static const unsigned char page_E0203[] = {
#embed "../../docs/diagnostics/E0203.md"
};
static const unsigned char page_E0204[] = {
#embed "../../docs/diagnostics/E0204.md"
};
static const unsigned char page_E0205[] = {
#embed "../../docs/diagnostics/E0205.md"
};
static const unsigned char page_E0206[] = {
#embed "../../docs/diagnostics/E0206.md"
};
static const unsigned char page_E0207[] = {
#embed "../../docs/diagnostics/E0207.md"
};
static const unsigned char page_E0208[] = {
#embed "../../docs/diagnostics/E0208.md"
};
static const unsigned char page_E0209[] = {
#embed "../../docs/diagnostics/E0209.md"
};
static const unsigned char page_E0210[] = {
#embed "../../docs/diagnostics/E0210.md"
};
static const unsigned char page_E0211[] = {
#embed "../../docs/diagnostics/E0211.md"
};
static const unsigned char page_E0212[] = {
#embed "../../docs/diagnostics/E0212.md"
};
static const unsigned char page_E0213[] = {
#embed "../../docs/diagnostics/E0213.md"
};
static const unsigned char page_E0214[] = {
#embed "../../docs/diagnostics/E0214.md"
};
static const unsigned char page_E0215[] = {
#embed "../../docs/diagnostics/E0215.md"
};
static const unsigned char page_E0216[] = {
#embed "../../docs/diagnostics/E0216.md"
};
static const unsigned char page_E0217[] = {
#embed "../../docs/diagnostics/E0217.md"
};
static const unsigned char page_E0301[] = {
#embed "../../docs/diagnostics/E0301.md"
};
static const unsigned char page_E0302[] = {
#embed "../../docs/diagnostics/E0302.md"
};
static const unsigned char page_E0303[] = {
#embed "../../docs/diagnostics/E0303.md"
};
static const unsigned char page_E0304[] = {
#embed "../../docs/diagnostics/E0304.md"
};
static const unsigned char page_E0305[] = {
#embed "../../docs/diagnostics/E0305.md"
};
static const unsigned char page_E0306[] = {
#embed "../../docs/diagnostics/E0306.md"
};
static const unsigned char page_E0307[] = {
#embed "../../docs/diagnostics/E0307.md"
};
static const unsigned char page_E0308[] = {
#embed "../../docs/diagnostics/E0308.md"
};
static const unsigned char page_E0309[] = {
#embed "../../docs/diagnostics/E0309.md"
};
static const unsigned char page_E0310[] = {
#embed "../../docs/diagnostics/E0310.md"
};
static const unsigned char page_E0311[] = {
#embed "../../docs/diagnostics/E0311.md"
};
static const unsigned char page_E0312[] = {
#embed "../../docs/diagnostics/E0312.md"
};
static const unsigned char page_E0313[] = {
#embed "../../docs/diagnostics/E0313.md"
};
static const unsigned char page_E0314[] = {
#embed "../../docs/diagnostics/E0314.md"
};
static const unsigned char page_E0315[] = {
#embed "../../docs/diagnostics/E0315.md"
};
static const unsigned char page_E0316[] = {
#embed "../../docs/diagnostics/E0316.md"
};
static const unsigned char page_E0317[] = {
#embed "../../docs/diagnostics/E0317.md"
};
static const unsigned char page_E0318[] = {
#embed "../../docs/diagnostics/E0318.md"
};
static const unsigned char page_E0319[] = {
#embed "../../docs/diagnostics/E0319.md"
};
static const unsigned char page_E0320[] = {
#embed "../../docs/diagnostics/E0320.md"
};
static const unsigned char page_E0321[] = {
#embed "../../docs/diagnostics/E0321.md"
};
static const unsigned char page_E0322[] = {
#embed "../../docs/diagnostics/E0322.md"
};
static const unsigned char page_E0323[] = {
#embed "../../docs/diagnostics/E0323.md"
};
static const unsigned char page_E0324[] = {
#embed "../../docs/diagnostics/E0324.md"
};
static const unsigned char page_E0325[] = {
#embed "../../docs/diagnostics/E0325.md"
};
static const unsigned char page_E0326[] = {
#embed "../../docs/diagnostics/E0326.md"
};
static const unsigned char page_E0327[] = {
#embed "../../docs/diagnostics/E0327.md"
};
static const unsigned char page_E0328[] = {
#embed "../../docs/diagnostics/E0328.md"
};
static const unsigned char page_E0329[] = {
#embed "../../docs/diagnostics/E0329.md"
};
static const unsigned char page_E0330[] = {
#embed "../../docs/diagnostics/E0330.md"
};
static const unsigned char page_E0331[] = {
#embed "../../docs/diagnostics/E0331.md"
};
static const unsigned char page_E0332[] = {
#embed "../../docs/diagnostics/E0332.md"
};
static const unsigned char page_E0333[] = {
#embed "../../docs/diagnostics/E0333.md"
};
static const unsigned char page_E0334[] = {
#embed "../../docs/diagnostics/E0334.md"
};
static const unsigned char page_E0335[] = {
#embed "../../docs/diagnostics/E0335.md"
};
static const unsigned char page_E0336[] = {
#embed "../../docs/diagnostics/E0336.md"
};
static const unsigned char page_E0401[] = {
#embed "../../docs/diagnostics/E0401.md"
};
static const unsigned char page_E0402[] = {
#embed "../../docs/diagnostics/E0402.md"
};
static const unsigned char page_E0403[] = {
#embed "../../docs/diagnostics/E0403.md"
};
static const unsigned char page_E0404[] = {
#embed "../../docs/diagnostics/E0404.md"
};
static const unsigned char page_E0405[] = {
#embed "../../docs/diagnostics/E0405.md"
};
static const unsigned char page_E0406[] = {
#embed "../../docs/diagnostics/E0406.md"
};
static const unsigned char page_E0407[] = {
#embed "../../docs/diagnostics/E0407.md"
};
static const unsigned char page_E0408[] = {
#embed "../../docs/diagnostics/E0408.md"
};
static const unsigned char page_E0409[] = {
#embed "../../docs/diagnostics/E0409.md"
};
static const unsigned char page_E0410[] = {
#embed "../../docs/diagnostics/E0410.md"
};
static const unsigned char page_E0411[] = {
#embed "../../docs/diagnostics/E0411.md"
};
static const unsigned char page_E0412[] = {
#embed "../../docs/diagnostics/E0412.md"
};
static const unsigned char page_E0413[] = {
#embed "../../docs/diagnostics/E0413.md"
};
static const unsigned char page_E0414[] = {
#embed "../../docs/diagnostics/E0414.md"
};
static const unsigned char page_E0415[] = {
#embed "../../docs/diagnostics/E0415.md"
};
static const unsigned char page_E0450[] = {
#embed "../../docs/diagnostics/E0450.md"
};
static const unsigned char page_E0451[] = {
#embed "../../docs/diagnostics/E0451.md"
};
static const unsigned char page_E0452[] = {
#embed "../../docs/diagnostics/E0452.md"
};
static const unsigned char page_E0453[] = {
#embed "../../docs/diagnostics/E0453.md"
};
static const unsigned char page_E0454[] = {
#embed "../../docs/diagnostics/E0454.md"
};
static const unsigned char page_E0455[] = {
#embed "../../docs/diagnostics/E0455.md"
};
static const unsigned char page_E0456[] = {
#embed "../../docs/diagnostics/E0456.md"
};
static const unsigned char page_E0457[] = {
#embed "../../docs/diagnostics/E0457.md"
};
static const unsigned char page_E0458[] = {
#embed "../../docs/diagnostics/E0458.md"
};
static const unsigned char page_E0459[] = {
#embed "../../docs/diagnostics/E0459.md"
};
static const unsigned char page_E0501[] = {
#embed "../../docs/diagnostics/E0501.md"
};
static const unsigned char page_E0502[] = {
#embed "../../docs/diagnostics/E0502.md"
};
static const unsigned char page_E0503[] = {
#embed "../../docs/diagnostics/E0503.md"
};
static const unsigned char page_E0504[] = {
#embed "../../docs/diagnostics/E0504.md"
};
static const unsigned char page_E0505[] = {
#embed "../../docs/diagnostics/E0505.md"
};
static const unsigned char page_E0506[] = {
#embed "../../docs/diagnostics/E0506.md"
};
static const unsigned char page_E0507[] = {
#embed "../../docs/diagnostics/E0507.md"
};
static const unsigned char page_E0508[] = {
#embed "../../docs/diagnostics/E0508.md"
};
static const unsigned char page_E0509[] = {
#embed "../../docs/diagnostics/E0509.md"
};
static const unsigned char page_E0510[] = {
#embed "../../docs/diagnostics/E0510.md"
};
static const unsigned char page_E0511[] = {
#embed "../../docs/diagnostics/E0511.md"
};
static const unsigned char page_E0512[] = {
#embed "../../docs/diagnostics/E0512.md"
};
static const unsigned char page_E0513[] = {
#embed "../../docs/diagnostics/E0513.md"
};
static const unsigned char page_E0601[] = {
#embed "../../docs/diagnostics/E0601.md"
};
static const unsigned char page_E0602[] = {
#embed "../../docs/diagnostics/E0602.md"
};
static const unsigned char page_E0603[] = {
#embed "../../docs/diagnostics/E0603.md"
};
static const unsigned char page_E0604[] = {
#embed "../../docs/diagnostics/E0604.md"
};
static const unsigned char page_E0605[] = {
#embed "../../docs/diagnostics/E0605.md"
};
static const unsigned char page_E0606[] = {
#embed "../../docs/diagnostics/E0606.md"
};
static const unsigned char page_E0607[] = {
#embed "../../docs/diagnostics/E0607.md"
};
static const unsigned char page_E0608[] = {
#embed "../../docs/diagnostics/E0608.md"
};
static const unsigned char page_E0609[] = {
#embed "../../docs/diagnostics/E0609.md"
};
static const unsigned char page_E0610[] = {
#embed "../../docs/diagnostics/E0610.md"
};
static const unsigned char page_E0611[] = {
#embed "../../docs/diagnostics/E0611.md"
};
static const unsigned char page_E0612[] = {
#embed "../../docs/diagnostics/E0612.md"
};
static const unsigned char page_E0613[] = {
#embed "../../docs/diagnostics/E0613.md"
};
static const unsigned char page_E0614[] = {
#embed "../../docs/diagnostics/E0614.md"
};
static const unsigned char page_E0701[] = {
#embed "../../docs/diagnostics/E0701.md"
};
static const unsigned char page_E0702[] = {
#embed "../../docs/diagnostics/E0702.md"
};
static const unsigned char page_E0703[] = {
#embed "../../docs/diagnostics/E0703.md"
};
static const unsigned char page_E0704[] = {
#embed "../../docs/diagnostics/E0704.md"
};
static const unsigned char page_E0705[] = {
#embed "../../docs/diagnostics/E0705.md"
};
static const unsigned char page_E0706[] = {
#embed "../../docs/diagnostics/E0706.md"
};
static const unsigned char page_E0707[] = {
#embed "../../docs/diagnostics/E0707.md"
};
static const unsigned char page_E0708[] = {
#embed "../../docs/diagnostics/E0708.md"
};
static const unsigned char page_E0709[] = {
#embed "../../docs/diagnostics/E0709.md"
};
static const unsigned char page_E0710[] = {
#embed "../../docs/diagnostics/E0710.md"
};
static const unsigned char page_E0711[] = {
#embed "../../docs/diagnostics/E0711.md"
};
static const unsigned char page_E0712[] = {
#embed "../../docs/diagnostics/E0712.md"
};
static const unsigned char page_E0713[] = {
#embed "../../docs/diagnostics/E0713.md"
};
static const unsigned char page_E0714[] = {
#embed "../../docs/diagnostics/E0714.md"
};
static const unsigned char page_E0715[] = {
#embed "../../docs/diagnostics/E0715.md"
};
static const unsigned char page_E0716[] = {
#embed "../../docs/diagnostics/E0716.md"
};
static const unsigned char page_E0717[] = {
#embed "../../docs/diagnostics/E0717.md"
};
static const unsigned char page_E0718[] = {
#embed "../../docs/diagnostics/E0718.md"
};
static const unsigned char page_E0719[] = {
#embed "../../docs/diagnostics/E0719.md"
};
static const unsigned char page_E0720[] = {
#embed "../../docs/diagnostics/E0720.md"
};
static const unsigned char page_E0721[] = {
#embed "../../docs/diagnostics/E0721.md"
};
static const unsigned char page_E0722[] = {
#embed "../../docs/diagnostics/E0722.md"
};
static const unsigned char page_E0723[] = {
#embed "../../docs/diagnostics/E0723.md"
};
static const unsigned char page_E0724[] = {
#embed "../../docs/diagnostics/E0724.md"
};
static const unsigned char page_E0801[] = {
#embed "../../docs/diagnostics/E0801.md"
};
static const unsigned char page_E0802[] = {
#embed "../../docs/diagnostics/E0802.md"
};
static const unsigned char page_E0803[] = {
#embed "../../docs/diagnostics/E0803.md"
};
static const unsigned char page_E0804[] = {
#embed "../../docs/diagnostics/E0804.md"
};
static const unsigned char page_E0805[] = {
#embed "../../docs/diagnostics/E0805.md"
};
static const unsigned char page_E0806[] = {
#embed "../../docs/diagnostics/E0806.md"
};
static const unsigned char page_E0807[] = {
#embed "../../docs/diagnostics/E0807.md"
};
static const unsigned char page_E0808[] = {
#embed "../../docs/diagnostics/E0808.md"
};
static const unsigned char page_E0809[] = {
#embed "../../docs/diagnostics/E0809.md"
};
static const unsigned char page_E0810[] = {
#embed "../../docs/diagnostics/E0810.md"
};
static const unsigned char page_E0850[] = {
#embed "../../docs/diagnostics/E0850.md"
};
static const unsigned char page_E0851[] = {
#embed "../../docs/diagnostics/E0851.md"
};
static const unsigned char page_E0852[] = {
#embed "../../docs/diagnostics/E0852.md"
};
static const unsigned char page_E0853[] = {
#embed "../../docs/diagnostics/E0853.md"
};
static const unsigned char page_E0860[] = {
#embed "../../docs/diagnostics/E0860.md"
};
static const unsigned char page_E0861[] = {
#embed "../../docs/diagnostics/E0861.md"
};
static const unsigned char page_E0862[] = {
#embed "../../docs/diagnostics/E0862.md"
};
static const unsigned char page_E0870[] = {
#embed "../../docs/diagnostics/E0870.md"
};
static const unsigned char page_E0871[] = {
#embed "../../docs/diagnostics/E0871.md"
};
static const unsigned char page_E0872[] = {
#embed "../../docs/diagnostics/E0872.md"
};
static const unsigned char page_E0901[] = {
#embed "../../docs/diagnostics/E0901.md"
};
static const unsigned char page_E0902[] = {
#embed "../../docs/diagnostics/E0902.md"
};
static const unsigned char page_E0903[] = {
#embed "../../docs/diagnostics/E0903.md"
};
static const unsigned char page_E0904[] = {
#embed "../../docs/diagnostics/E0904.md"
};
static const unsigned char page_E0905[] = {
#embed "../../docs/diagnostics/E0905.md"
};
static const unsigned char page_E0906[] = {
#embed "../../docs/diagnostics/E0906.md"
};
static const unsigned char page_E0907[] = {
#embed "../../docs/diagnostics/E0907.md"
};
static const unsigned char page_E0908[] = {
#embed "../../docs/diagnostics/E0908.md"
};
static const unsigned char page_E0909[] = {
#embed "../../docs/diagnostics/E0909.md"
};
static const unsigned char page_E0910[] = {
#embed "../../docs/diagnostics/E0910.md"
};
static const unsigned char page_E0911[] = {
#embed "../../docs/diagnostics/E0911.md"
};
static const unsigned char page_E0912[] = {
#embed "../../docs/diagnostics/E0912.md"
};
static const unsigned char page_E0913[] = {
#embed "../../docs/diagnostics/E0913.md"
};
static const unsigned char page_E0914[] = {
#embed "../../docs/diagnostics/E0914.md"
};
static const unsigned char page_E0981[] = {
#embed "../../docs/diagnostics/E0981.md"
};
static const unsigned char page_E0982[] = {
#embed "../../docs/diagnostics/E0982.md"
};
static const unsigned char page_E0983[] = {
#embed "../../docs/diagnostics/E0983.md"
};
static const unsigned char page_E0984[] = {
#embed "../../docs/diagnostics/E0984.md"
};
static const unsigned char page_E0985[] = {
#embed "../../docs/diagnostics/E0985.md"
};
static const unsigned char page_L0101[] = {
#embed "../../docs/diagnostics/L0101.md"
};
static const unsigned char page_L0102[] = {
#embed "../../docs/diagnostics/L0102.md"
};
static const unsigned char page_L0103[] = {
#embed "../../docs/diagnostics/L0103.md"
};
static const unsigned char page_L0104[] = {
#embed "../../docs/diagnostics/L0104.md"
};
static const unsigned char page_L0105[] = {
#embed "../../docs/diagnostics/L0105.md"
};
static const unsigned char page_L0106[] = {
#embed "../../docs/diagnostics/L0106.md"
};
static const unsigned char page_L0107[] = {
#embed "../../docs/diagnostics/L0107.md"
};
static const unsigned char page_L0108[] = {
#embed "../../docs/diagnostics/L0108.md"
};
static const unsigned char page_L0109[] = {
#embed "../../docs/diagnostics/L0109.md"
};
static const unsigned char page_L0110[] = {
#embed "../../docs/diagnostics/L0110.md"
};
static const unsigned char page_L0111[] = {
#embed "../../docs/diagnostics/L0111.md"
};
static const unsigned char page_L0201[] = {
#embed "../../docs/diagnostics/L0201.md"
};
static const unsigned char page_L0202[] = {
#embed "../../docs/diagnostics/L0202.md"
};
static const unsigned char page_L0203[] = {
#embed "../../docs/diagnostics/L0203.md"
};
static const unsigned char page_L0204[] = {
#embed "../../docs/diagnostics/L0204.md"
};
static const unsigned char page_L0205[] = {
#embed "../../docs/diagnostics/L0205.md"
};
static const unsigned char page_L0206[] = {
#embed "../../docs/diagnostics/L0206.md"
};
static const unsigned char page_L0207[] = {
#embed "../../docs/diagnostics/L0207.md"
};
static const unsigned char page_L0208[] = {
#embed "../../docs/diagnostics/L0208.md"
};
static const unsigned char page_L0301[] = {
#embed "../../docs/diagnostics/L0301.md"
};
static const unsigned char page_L0302[] = {
#embed "../../docs/diagnostics/L0302.md"
};
static const unsigned char page_L0303[] = {
#embed "../../docs/diagnostics/L0303.md"
};
static const unsigned char page_L0304[] = {
#embed "../../docs/diagnostics/L0304.md"
};
static const unsigned char page_L0305[] = {
#embed "../../docs/diagnostics/L0305.md"
};
static const unsigned char page_L0306[] = {
#embed "../../docs/diagnostics/L0306.md"
};
static const unsigned char page_L0401[] = {
#embed "../../docs/diagnostics/L0401.md"
};
static const unsigned char page_L0402[] = {
#embed "../../docs/diagnostics/L0402.md"
};
static const unsigned char page_L0403[] = {
#embed "../../docs/diagnostics/L0403.md"
};
static const unsigned char page_L0404[] = {
#embed "../../docs/diagnostics/L0404.md"
};
static const unsigned char page_L0901[] = {
#embed "../../docs/diagnostics/L0901.md"
};
static const unsigned char page_L0902[] = {
#embed "../../docs/diagnostics/L0902.md"
};
static const unsigned char page_W0190[] = {
#embed "../../docs/diagnostics/W0190.md"
};
static const unsigned char page_W0401[] = {
#embed "../../docs/diagnostics/W0401.md"
};
static const unsigned char page_W0402[] = {
#embed "../../docs/diagnostics/W0402.md"
};
static const unsigned char page_W0403[] = {
#embed "../../docs/diagnostics/W0403.md"
};
static const unsigned char page_W0601[] = {
#embed "../../docs/diagnostics/W0601.md"
};
static const unsigned char page_W0701[] = {
#embed "../../docs/diagnostics/W0701.md"
};
static const unsigned char page_W0702[] = {
#embed "../../docs/diagnostics/W0702.md"
};
static const unsigned char page_W0801[] = {
#embed "../../docs/diagnostics/W0801.md"
};
static const unsigned char page_W0870[] = {
#embed "../../docs/diagnostics/W0870.md"
};
static const struct epic_asset assets[] = {
    {"docs/diagnostics/E0001.md", page_E0001, sizeof page_E0001},
    {"docs/diagnostics/E0002.md", page_E0002, sizeof page_E0002},
    {"docs/diagnostics/E0003.md", page_E0003, sizeof page_E0003},
    {"docs/diagnostics/E0004.md", page_E0004, sizeof page_E0004},
    {"docs/diagnostics/E0005.md", page_E0005, sizeof page_E0005},
    {"docs/diagnostics/E0006.md", page_E0006, sizeof page_E0006},
    {"docs/diagnostics/E0007.md", page_E0007, sizeof page_E0007},
    {"docs/diagnostics/E0008.md", page_E0008, sizeof page_E0008},
    {"docs/diagnostics/E0009.md", page_E0009, sizeof page_E0009},
    {"docs/diagnostics/E0010.md", page_E0010, sizeof page_E0010},
    {"docs/diagnostics/E0011.md", page_E0011, sizeof page_E0011},
    {"docs/diagnostics/E0012.md", page_E0012, sizeof page_E0012},
    {"docs/diagnostics/E0013.md", page_E0013, sizeof page_E0013},
    {"docs/diagnostics/E0014.md", page_E0014, sizeof page_E0014},
    {"docs/diagnostics/E0015.md", page_E0015, sizeof page_E0015},
    {"docs/diagnostics/E0016.md", page_E0016, sizeof page_E0016},
    {"docs/diagnostics/E0017.md", page_E0017, sizeof page_E0017},
    {"docs/diagnostics/E0018.md", page_E0018, sizeof page_E0018},
    {"docs/diagnostics/E0019.md", page_E0019, sizeof page_E0019},
    {"docs/diagnostics/E0020.md", page_E0020, sizeof page_E0020},
    {"docs/diagnostics/E0021.md", page_E0021, sizeof page_E0021},
    {"docs/diagnostics/E0022.md", page_E0022, sizeof page_E0022},
    {"docs/diagnostics/E0023.md", page_E0023, sizeof page_E0023},
    {"docs/diagnostics/E0024.md", page_E0024, sizeof page_E0024},
    {"docs/diagnostics/E0025.md", page_E0025, sizeof page_E0025},
    {"docs/diagnostics/E0026.md", page_E0026, sizeof page_E0026},
    {"docs/diagnostics/E0027.md", page_E0027, sizeof page_E0027},
    {"docs/diagnostics/E0101.md", page_E0101, sizeof page_E0101},
    {"docs/diagnostics/E0102.md", page_E0102, sizeof page_E0102},
    {"docs/diagnostics/E0103.md", page_E0103, sizeof page_E0103},
    {"docs/diagnostics/E0104.md", page_E0104, sizeof page_E0104},
    {"docs/diagnostics/E0105.md", page_E0105, sizeof page_E0105},
    {"docs/diagnostics/E0106.md", page_E0106, sizeof page_E0106},
    {"docs/diagnostics/E0107.md", page_E0107, sizeof page_E0107},
    {"docs/diagnostics/E0108.md", page_E0108, sizeof page_E0108},
    {"docs/diagnostics/E0109.md", page_E0109, sizeof page_E0109},
    {"docs/diagnostics/E0110.md", page_E0110, sizeof page_E0110},
    {"docs/diagnostics/E0111.md", page_E0111, sizeof page_E0111},
    {"docs/diagnostics/E0112.md", page_E0112, sizeof page_E0112},
    {"docs/diagnostics/E0113.md", page_E0113, sizeof page_E0113},
    {"docs/diagnostics/E0114.md", page_E0114, sizeof page_E0114},
    {"docs/diagnostics/E0115.md", page_E0115, sizeof page_E0115},
    {"docs/diagnostics/E0116.md", page_E0116, sizeof page_E0116},
    {"docs/diagnostics/E0117.md", page_E0117, sizeof page_E0117},
    {"docs/diagnostics/E0118.md", page_E0118, sizeof page_E0118},
    {"docs/diagnostics/E0119.md", page_E0119, sizeof page_E0119},
    {"docs/diagnostics/E0120.md", page_E0120, sizeof page_E0120},
    {"docs/diagnostics/E0121.md", page_E0121, sizeof page_E0121},
    {"docs/diagnostics/E0122.md", page_E0122, sizeof page_E0122},
    {"docs/diagnostics/E0123.md", page_E0123, sizeof page_E0123},
    {"docs/diagnostics/E0201.md", page_E0201, sizeof page_E0201},
    {"docs/diagnostics/E0202.md", page_E0202, sizeof page_E0202},
    {"docs/diagnostics/E0203.md", page_E0203, sizeof page_E0203},
    {"docs/diagnostics/E0204.md", page_E0204, sizeof page_E0204},
    {"docs/diagnostics/E0205.md", page_E0205, sizeof page_E0205},
    {"docs/diagnostics/E0206.md", page_E0206, sizeof page_E0206},
    {"docs/diagnostics/E0207.md", page_E0207, sizeof page_E0207},
    {"docs/diagnostics/E0208.md", page_E0208, sizeof page_E0208},
    {"docs/diagnostics/E0209.md", page_E0209, sizeof page_E0209},
    {"docs/diagnostics/E0210.md", page_E0210, sizeof page_E0210},
    {"docs/diagnostics/E0211.md", page_E0211, sizeof page_E0211},
    {"docs/diagnostics/E0212.md", page_E0212, sizeof page_E0212},
    {"docs/diagnostics/E0213.md", page_E0213, sizeof page_E0213},
    {"docs/diagnostics/E0214.md", page_E0214, sizeof page_E0214},
    {"docs/diagnostics/E0215.md", page_E0215, sizeof page_E0215},
    {"docs/diagnostics/E0216.md", page_E0216, sizeof page_E0216},
    {"docs/diagnostics/E0217.md", page_E0217, sizeof page_E0217},
    {"docs/diagnostics/E0301.md", page_E0301, sizeof page_E0301},
    {"docs/diagnostics/E0302.md", page_E0302, sizeof page_E0302},
    {"docs/diagnostics/E0303.md", page_E0303, sizeof page_E0303},
    {"docs/diagnostics/E0304.md", page_E0304, sizeof page_E0304},
    {"docs/diagnostics/E0305.md", page_E0305, sizeof page_E0305},
    {"docs/diagnostics/E0306.md", page_E0306, sizeof page_E0306},
    {"docs/diagnostics/E0307.md", page_E0307, sizeof page_E0307},
    {"docs/diagnostics/E0308.md", page_E0308, sizeof page_E0308},
    {"docs/diagnostics/E0309.md", page_E0309, sizeof page_E0309},
    {"docs/diagnostics/E0310.md", page_E0310, sizeof page_E0310},
    {"docs/diagnostics/E0311.md", page_E0311, sizeof page_E0311},
    {"docs/diagnostics/E0312.md", page_E0312, sizeof page_E0312},
    {"docs/diagnostics/E0313.md", page_E0313, sizeof page_E0313},
    {"docs/diagnostics/E0314.md", page_E0314, sizeof page_E0314},
    {"docs/diagnostics/E0315.md", page_E0315, sizeof page_E0315},
    {"docs/diagnostics/E0316.md", page_E0316, sizeof page_E0316},
    {"docs/diagnostics/E0317.md", page_E0317, sizeof page_E0317},
    {"docs/diagnostics/E0318.md", page_E0318, sizeof page_E0318},
    {"docs/diagnostics/E0319.md", page_E0319, sizeof page_E0319},
    {"docs/diagnostics/E0320.md", page_E0320, sizeof page_E0320},
    {"docs/diagnostics/E0321.md", page_E0321, sizeof page_E0321},
    {"docs/diagnostics/E0322.md", page_E0322, sizeof page_E0322},
    {"docs/diagnostics/E0323.md", page_E0323, sizeof page_E0323},
    {"docs/diagnostics/E0324.md", page_E0324, sizeof page_E0324},
    {"docs/diagnostics/E0325.md", page_E0325, sizeof page_E0325},
    {"docs/diagnostics/E0326.md", page_E0326, sizeof page_E0326},
    {"docs/diagnostics/E0327.md", page_E0327, sizeof page_E0327},
    {"docs/diagnostics/E0328.md", page_E0328, sizeof page_E0328},
    {"docs/diagnostics/E0329.md", page_E0329, sizeof page_E0329},
    {"docs/diagnostics/E0330.md", page_E0330, sizeof page_E0330},
    {"docs/diagnostics/E0331.md", page_E0331, sizeof page_E0331},
    {"docs/diagnostics/E0332.md", page_E0332, sizeof page_E0332},
    {"docs/diagnostics/E0333.md", page_E0333, sizeof page_E0333},
    {"docs/diagnostics/E0334.md", page_E0334, sizeof page_E0334},
    {"docs/diagnostics/E0335.md", page_E0335, sizeof page_E0335},
    {"docs/diagnostics/E0336.md", page_E0336, sizeof page_E0336},
    {"docs/diagnostics/E0401.md", page_E0401, sizeof page_E0401},
    {"docs/diagnostics/E0402.md", page_E0402, sizeof page_E0402},
    {"docs/diagnostics/E0403.md", page_E0403, sizeof page_E0403},
    {"docs/diagnostics/E0404.md", page_E0404, sizeof page_E0404},
    {"docs/diagnostics/E0405.md", page_E0405, sizeof page_E0405},
    {"docs/diagnostics/E0406.md", page_E0406, sizeof page_E0406},
    {"docs/diagnostics/E0407.md", page_E0407, sizeof page_E0407},
    {"docs/diagnostics/E0408.md", page_E0408, sizeof page_E0408},
    {"docs/diagnostics/E0409.md", page_E0409, sizeof page_E0409},
    {"docs/diagnostics/E0410.md", page_E0410, sizeof page_E0410},
    {"docs/diagnostics/E0411.md", page_E0411, sizeof page_E0411},
    {"docs/diagnostics/E0412.md", page_E0412, sizeof page_E0412},
    {"docs/diagnostics/E0413.md", page_E0413, sizeof page_E0413},
    {"docs/diagnostics/E0414.md", page_E0414, sizeof page_E0414},
    {"docs/diagnostics/E0415.md", page_E0415, sizeof page_E0415},
    {"docs/diagnostics/E0450.md", page_E0450, sizeof page_E0450},
    {"docs/diagnostics/E0451.md", page_E0451, sizeof page_E0451},
    {"docs/diagnostics/E0452.md", page_E0452, sizeof page_E0452},
    {"docs/diagnostics/E0453.md", page_E0453, sizeof page_E0453},
    {"docs/diagnostics/E0454.md", page_E0454, sizeof page_E0454},
    {"docs/diagnostics/E0455.md", page_E0455, sizeof page_E0455},
    {"docs/diagnostics/E0456.md", page_E0456, sizeof page_E0456},
    {"docs/diagnostics/E0457.md", page_E0457, sizeof page_E0457},
    {"docs/diagnostics/E0458.md", page_E0458, sizeof page_E0458},
    {"docs/diagnostics/E0459.md", page_E0459, sizeof page_E0459},
    {"docs/diagnostics/E0501.md", page_E0501, sizeof page_E0501},
    {"docs/diagnostics/E0502.md", page_E0502, sizeof page_E0502},
    {"docs/diagnostics/E0503.md", page_E0503, sizeof page_E0503},
    {"docs/diagnostics/E0504.md", page_E0504, sizeof page_E0504},
    {"docs/diagnostics/E0505.md", page_E0505, sizeof page_E0505},
    {"docs/diagnostics/E0506.md", page_E0506, sizeof page_E0506},
    {"docs/diagnostics/E0507.md", page_E0507, sizeof page_E0507},
    {"docs/diagnostics/E0508.md", page_E0508, sizeof page_E0508},
    {"docs/diagnostics/E0509.md", page_E0509, sizeof page_E0509},
    {"docs/diagnostics/E0510.md", page_E0510, sizeof page_E0510},
    {"docs/diagnostics/E0511.md", page_E0511, sizeof page_E0511},
    {"docs/diagnostics/E0512.md", page_E0512, sizeof page_E0512},
    {"docs/diagnostics/E0513.md", page_E0513, sizeof page_E0513},
    {"docs/diagnostics/E0601.md", page_E0601, sizeof page_E0601},
    {"docs/diagnostics/E0602.md", page_E0602, sizeof page_E0602},
    {"docs/diagnostics/E0603.md", page_E0603, sizeof page_E0603},
    {"docs/diagnostics/E0604.md", page_E0604, sizeof page_E0604},
    {"docs/diagnostics/E0605.md", page_E0605, sizeof page_E0605},
    {"docs/diagnostics/E0606.md", page_E0606, sizeof page_E0606},
    {"docs/diagnostics/E0607.md", page_E0607, sizeof page_E0607},
    {"docs/diagnostics/E0608.md", page_E0608, sizeof page_E0608},
    {"docs/diagnostics/E0609.md", page_E0609, sizeof page_E0609},
    {"docs/diagnostics/E0610.md", page_E0610, sizeof page_E0610},
    {"docs/diagnostics/E0611.md", page_E0611, sizeof page_E0611},
    {"docs/diagnostics/E0612.md", page_E0612, sizeof page_E0612},
    {"docs/diagnostics/E0613.md", page_E0613, sizeof page_E0613},
    {"docs/diagnostics/E0614.md", page_E0614, sizeof page_E0614},
    {"docs/diagnostics/E0701.md", page_E0701, sizeof page_E0701},
    {"docs/diagnostics/E0702.md", page_E0702, sizeof page_E0702},
    {"docs/diagnostics/E0703.md", page_E0703, sizeof page_E0703},
    {"docs/diagnostics/E0704.md", page_E0704, sizeof page_E0704},
    {"docs/diagnostics/E0705.md", page_E0705, sizeof page_E0705},
    {"docs/diagnostics/E0706.md", page_E0706, sizeof page_E0706},
    {"docs/diagnostics/E0707.md", page_E0707, sizeof page_E0707},
    {"docs/diagnostics/E0708.md", page_E0708, sizeof page_E0708},
    {"docs/diagnostics/E0709.md", page_E0709, sizeof page_E0709},
    {"docs/diagnostics/E0710.md", page_E0710, sizeof page_E0710},
    {"docs/diagnostics/E0711.md", page_E0711, sizeof page_E0711},
    {"docs/diagnostics/E0712.md", page_E0712, sizeof page_E0712},
    {"docs/diagnostics/E0713.md", page_E0713, sizeof page_E0713},
    {"docs/diagnostics/E0714.md", page_E0714, sizeof page_E0714},
    {"docs/diagnostics/E0715.md", page_E0715, sizeof page_E0715},
    {"docs/diagnostics/E0716.md", page_E0716, sizeof page_E0716},
    {"docs/diagnostics/E0717.md", page_E0717, sizeof page_E0717},
    {"docs/diagnostics/E0718.md", page_E0718, sizeof page_E0718},
    {"docs/diagnostics/E0719.md", page_E0719, sizeof page_E0719},
    {"docs/diagnostics/E0720.md", page_E0720, sizeof page_E0720},
    {"docs/diagnostics/E0721.md", page_E0721, sizeof page_E0721},
    {"docs/diagnostics/E0722.md", page_E0722, sizeof page_E0722},
    {"docs/diagnostics/E0723.md", page_E0723, sizeof page_E0723},
    {"docs/diagnostics/E0724.md", page_E0724, sizeof page_E0724},
    {"docs/diagnostics/E0801.md", page_E0801, sizeof page_E0801},
    {"docs/diagnostics/E0802.md", page_E0802, sizeof page_E0802},
    {"docs/diagnostics/E0803.md", page_E0803, sizeof page_E0803},
    {"docs/diagnostics/E0804.md", page_E0804, sizeof page_E0804},
    {"docs/diagnostics/E0805.md", page_E0805, sizeof page_E0805},
    {"docs/diagnostics/E0806.md", page_E0806, sizeof page_E0806},
    {"docs/diagnostics/E0807.md", page_E0807, sizeof page_E0807},
    {"docs/diagnostics/E0808.md", page_E0808, sizeof page_E0808},
    {"docs/diagnostics/E0809.md", page_E0809, sizeof page_E0809},
    {"docs/diagnostics/E0810.md", page_E0810, sizeof page_E0810},
    {"docs/diagnostics/E0850.md", page_E0850, sizeof page_E0850},
    {"docs/diagnostics/E0851.md", page_E0851, sizeof page_E0851},
    {"docs/diagnostics/E0852.md", page_E0852, sizeof page_E0852},
    {"docs/diagnostics/E0853.md", page_E0853, sizeof page_E0853},
    {"docs/diagnostics/E0860.md", page_E0860, sizeof page_E0860},
    {"docs/diagnostics/E0861.md", page_E0861, sizeof page_E0861},
    {"docs/diagnostics/E0862.md", page_E0862, sizeof page_E0862},
    {"docs/diagnostics/E0870.md", page_E0870, sizeof page_E0870},
    {"docs/diagnostics/E0871.md", page_E0871, sizeof page_E0871},
    {"docs/diagnostics/E0872.md", page_E0872, sizeof page_E0872},
    {"docs/diagnostics/E0901.md", page_E0901, sizeof page_E0901},
    {"docs/diagnostics/E0902.md", page_E0902, sizeof page_E0902},
    {"docs/diagnostics/E0903.md", page_E0903, sizeof page_E0903},
    {"docs/diagnostics/E0904.md", page_E0904, sizeof page_E0904},
    {"docs/diagnostics/E0905.md", page_E0905, sizeof page_E0905},
    {"docs/diagnostics/E0906.md", page_E0906, sizeof page_E0906},
    {"docs/diagnostics/E0907.md", page_E0907, sizeof page_E0907},
    {"docs/diagnostics/E0908.md", page_E0908, sizeof page_E0908},
    {"docs/diagnostics/E0909.md", page_E0909, sizeof page_E0909},
    {"docs/diagnostics/E0910.md", page_E0910, sizeof page_E0910},
    {"docs/diagnostics/E0911.md", page_E0911, sizeof page_E0911},
    {"docs/diagnostics/E0912.md", page_E0912, sizeof page_E0912},
    {"docs/diagnostics/E0913.md", page_E0913, sizeof page_E0913},
    {"docs/diagnostics/E0914.md", page_E0914, sizeof page_E0914},
    {"docs/diagnostics/E0981.md", page_E0981, sizeof page_E0981},
    {"docs/diagnostics/E0982.md", page_E0982, sizeof page_E0982},
    {"docs/diagnostics/E0983.md", page_E0983, sizeof page_E0983},
    {"docs/diagnostics/E0984.md", page_E0984, sizeof page_E0984},
    {"docs/diagnostics/E0985.md", page_E0985, sizeof page_E0985},
    {"docs/diagnostics/L0101.md", page_L0101, sizeof page_L0101},
    {"docs/diagnostics/L0102.md", page_L0102, sizeof page_L0102},
    {"docs/diagnostics/L0103.md", page_L0103, sizeof page_L0103},
    {"docs/diagnostics/L0104.md", page_L0104, sizeof page_L0104},
    {"docs/diagnostics/L0105.md", page_L0105, sizeof page_L0105},
    {"docs/diagnostics/L0106.md", page_L0106, sizeof page_L0106},
    {"docs/diagnostics/L0107.md", page_L0107, sizeof page_L0107},
    {"docs/diagnostics/L0108.md", page_L0108, sizeof page_L0108},
    {"docs/diagnostics/L0109.md", page_L0109, sizeof page_L0109},
    {"docs/diagnostics/L0110.md", page_L0110, sizeof page_L0110},
    {"docs/diagnostics/L0111.md", page_L0111, sizeof page_L0111},
    {"docs/diagnostics/L0201.md", page_L0201, sizeof page_L0201},
    {"docs/diagnostics/L0202.md", page_L0202, sizeof page_L0202},
    {"docs/diagnostics/L0203.md", page_L0203, sizeof page_L0203},
    {"docs/diagnostics/L0204.md", page_L0204, sizeof page_L0204},
    {"docs/diagnostics/L0205.md", page_L0205, sizeof page_L0205},
    {"docs/diagnostics/L0206.md", page_L0206, sizeof page_L0206},
    {"docs/diagnostics/L0207.md", page_L0207, sizeof page_L0207},
    {"docs/diagnostics/L0208.md", page_L0208, sizeof page_L0208},
    {"docs/diagnostics/L0301.md", page_L0301, sizeof page_L0301},
    {"docs/diagnostics/L0302.md", page_L0302, sizeof page_L0302},
    {"docs/diagnostics/L0303.md", page_L0303, sizeof page_L0303},
    {"docs/diagnostics/L0304.md", page_L0304, sizeof page_L0304},
    {"docs/diagnostics/L0305.md", page_L0305, sizeof page_L0305},
    {"docs/diagnostics/L0306.md", page_L0306, sizeof page_L0306},
    {"docs/diagnostics/L0401.md", page_L0401, sizeof page_L0401},
    {"docs/diagnostics/L0402.md", page_L0402, sizeof page_L0402},
    {"docs/diagnostics/L0403.md", page_L0403, sizeof page_L0403},
    {"docs/diagnostics/L0404.md", page_L0404, sizeof page_L0404},
    {"docs/diagnostics/L0901.md", page_L0901, sizeof page_L0901},
    {"docs/diagnostics/L0902.md", page_L0902, sizeof page_L0902},
    {"docs/diagnostics/W0190.md", page_W0190, sizeof page_W0190},
    {"docs/diagnostics/W0401.md", page_W0401, sizeof page_W0401},
    {"docs/diagnostics/W0402.md", page_W0402, sizeof page_W0402},
    {"docs/diagnostics/W0403.md", page_W0403, sizeof page_W0403},
    {"docs/diagnostics/W0601.md", page_W0601, sizeof page_W0601},
    {"docs/diagnostics/W0701.md", page_W0701, sizeof page_W0701},
    {"docs/diagnostics/W0702.md", page_W0702, sizeof page_W0702},
    {"docs/diagnostics/W0801.md", page_W0801, sizeof page_W0801},
    {"docs/diagnostics/W0870.md", page_W0870, sizeof page_W0870},
    {0, 0, 0},
};
