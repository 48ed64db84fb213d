// Made by `interpreter 300`: an interpreter of a byte code with 300 instructions.
#include "kernel.h"

enum { Cases = 300, Length = 1500 };

typedef struct { u16 opcode; u8 a, b; u32 immediate; } Instruction;

static Instruction program[Length + 8];
static u32 r[16];
static u8 memory[4096];

static NOINLINE u64 interpret(i32 budget)
{
    const Instruction *at = program;
    u32 x = 1, y = 2, flag = 0;
    u64 acc = 0;
    while (budget-- > 0) {
        u32 a = at->a & 15, b = at->b & 15, k = at->immediate;
        switch (at->opcode) {
        case 0:
            r[a] += r[b] + 0u;
            break;
        case 1:
            x = x * 67191u + k;
            break;
        case 2:
            y ^= x >> 3;
            flag = y < 54689792u;
            break;
        case 3:
            r[a] = memory[(r[b] + 3) & 4095];
            break;
        case 4:
            memory[(x + k + 4) & 4095] = (u8)(r[a] + y);
            break;
        case 5:
            if (flag)
                at += 2 + 2;
            break;
        case 6:
            acc = acc * 15 + (x ^ r[b]);
            break;
        case 7:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 8:
            flag = (r[a] & 13353u) > (r[b] & 13353u);
            break;
        case 9:
            x = flag ? r[b] : x - 40271u;
            break;
        case 10:
            acc += (u64)r[a] * 8345u;
            y += (u32)(acc >> 32);
            break;
        case 11:
            r[b] -= x & 41940u;
            y += r[a];
            break;
        case 12:
            r[a] += r[b] + 10014u;
            break;
        case 13:
            x = x * 87219u + k;
            break;
        case 14:
            y ^= x >> 15;
            flag = y < 382828544u;
            break;
        case 15:
            r[a] = memory[(r[b] + 15) & 4095];
            break;
        case 16:
            memory[(x + k + 16) & 4095] = (u8)(r[a] + y);
            break;
        case 17:
            if (flag)
                at += 2 + 2;
            break;
        case 18:
            acc = acc * 39 + (x ^ r[b]);
            break;
        case 19:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 20:
            flag = (r[a] & 33381u) > (r[b] & 33381u);
            break;
        case 21:
            x = flag ? r[b] : x - 50285u;
            break;
        case 22:
            acc += (u64)r[a] * 18359u;
            y += (u32)(acc >> 32);
            break;
        case 23:
            r[b] -= x & 51954u;
            y += r[a];
            break;
        case 24:
            r[a] += r[b] + 20028u;
            break;
        case 25:
            x = x * 107247u + k;
            break;
        case 26:
            y ^= x >> 27;
            flag = y < 710967296u;
            break;
        case 27:
            r[a] = memory[(r[b] + 27) & 4095];
            break;
        case 28:
            memory[(x + k + 28) & 4095] = (u8)(r[a] + y);
            break;
        case 29:
            if (flag)
                at += 2 + 2;
            break;
        case 30:
            acc = acc * 63 + (x ^ r[b]);
            break;
        case 31:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 32:
            flag = (r[a] & 53409u) > (r[b] & 53409u);
            break;
        case 33:
            x = flag ? r[b] : x - 60299u;
            break;
        case 34:
            acc += (u64)r[a] * 28373u;
            y += (u32)(acc >> 32);
            break;
        case 35:
            r[b] -= x & 61968u;
            y += r[a];
            break;
        case 36:
            r[a] += r[b] + 30042u;
            break;
        case 37:
            x = x * 127275u + k;
            break;
        case 38:
            y ^= x >> 8;
            flag = y < 1039106048u;
            break;
        case 39:
            r[a] = memory[(r[b] + 39) & 4095];
            break;
        case 40:
            memory[(x + k + 40) & 4095] = (u8)(r[a] + y);
            break;
        case 41:
            if (flag)
                at += 2 + 2;
            break;
        case 42:
            acc = acc * 87 + (x ^ r[b]);
            break;
        case 43:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 44:
            flag = (r[a] & 73437u) > (r[b] & 73437u);
            break;
        case 45:
            x = flag ? r[b] : x - 4792u;
            break;
        case 46:
            acc += (u64)r[a] * 38387u;
            y += (u32)(acc >> 32);
            break;
        case 47:
            r[b] -= x & 6461u;
            y += r[a];
            break;
        case 48:
            r[a] += r[b] + 40056u;
            break;
        case 49:
            x = x * 16261u + k;
            break;
        case 50:
            y ^= x >> 20;
            flag = y < 1367244800u;
            break;
        case 51:
            r[a] = memory[(r[b] + 51) & 4095];
            break;
        case 52:
            memory[(x + k + 52) & 4095] = (u8)(r[a] + y);
            break;
        case 53:
            if (flag)
                at += 2 + 2;
            break;
        case 54:
            acc = acc * 111 + (x ^ r[b]);
            break;
        case 55:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 56:
            flag = (r[a] & 93465u) > (r[b] & 93465u);
            break;
        case 57:
            x = flag ? r[b] : x - 14806u;
            break;
        case 58:
            acc += (u64)r[a] * 48401u;
            y += (u32)(acc >> 32);
            break;
        case 59:
            r[b] -= x & 16475u;
            y += r[a];
            break;
        case 60:
            r[a] += r[b] + 50070u;
            break;
        case 61:
            x = x * 36289u + k;
            break;
        case 62:
            y ^= x >> 1;
            flag = y < 1695383552u;
            break;
        case 63:
            r[a] = memory[(r[b] + 63) & 4095];
            break;
        case 64:
            memory[(x + k + 64) & 4095] = (u8)(r[a] + y);
            break;
        case 65:
            if (flag)
                at += 2 + 2;
            break;
        case 66:
            acc = acc * 135 + (x ^ r[b]);
            break;
        case 67:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 68:
            flag = (r[a] & 113493u) > (r[b] & 113493u);
            break;
        case 69:
            x = flag ? r[b] : x - 24820u;
            break;
        case 70:
            acc += (u64)r[a] * 58415u;
            y += (u32)(acc >> 32);
            break;
        case 71:
            r[b] -= x & 26489u;
            y += r[a];
            break;
        case 72:
            r[a] += r[b] + 60084u;
            break;
        case 73:
            x = x * 56317u + k;
            break;
        case 74:
            y ^= x >> 13;
            flag = y < 2023522304u;
            break;
        case 75:
            r[a] = memory[(r[b] + 75) & 4095];
            break;
        case 76:
            memory[(x + k + 76) & 4095] = (u8)(r[a] + y);
            break;
        case 77:
            if (flag)
                at += 2 + 2;
            break;
        case 78:
            acc = acc * 159 + (x ^ r[b]);
            break;
        case 79:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 80:
            flag = (r[a] & 2479u) > (r[b] & 2479u);
            break;
        case 81:
            x = flag ? r[b] : x - 34834u;
            break;
        case 82:
            acc += (u64)r[a] * 2908u;
            y += (u32)(acc >> 32);
            break;
        case 83:
            r[b] -= x & 36503u;
            y += r[a];
            break;
        case 84:
            r[a] += r[b] + 4577u;
            break;
        case 85:
            x = x * 76345u + k;
            break;
        case 86:
            y ^= x >> 25;
            flag = y < 204668928u;
            break;
        case 87:
            r[a] = memory[(r[b] + 87) & 4095];
            break;
        case 88:
            memory[(x + k + 88) & 4095] = (u8)(r[a] + y);
            break;
        case 89:
            if (flag)
                at += 2 + 2;
            break;
        case 90:
            acc = acc * 183 + (x ^ r[b]);
            break;
        case 91:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 92:
            flag = (r[a] & 22507u) > (r[b] & 22507u);
            break;
        case 93:
            x = flag ? r[b] : x - 44848u;
            break;
        case 94:
            acc += (u64)r[a] * 12922u;
            y += (u32)(acc >> 32);
            break;
        case 95:
            r[b] -= x & 46517u;
            y += r[a];
            break;
        case 96:
            r[a] += r[b] + 14591u;
            break;
        case 97:
            x = x * 96373u + k;
            break;
        case 98:
            y ^= x >> 6;
            flag = y < 532807680u;
            break;
        case 99:
            r[a] = memory[(r[b] + 99) & 4095];
            break;
        case 100:
            memory[(x + k + 100) & 4095] = (u8)(r[a] + y);
            break;
        case 101:
            if (flag)
                at += 2 + 2;
            break;
        case 102:
            acc = acc * 207 + (x ^ r[b]);
            break;
        case 103:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 104:
            flag = (r[a] & 42535u) > (r[b] & 42535u);
            break;
        case 105:
            x = flag ? r[b] : x - 54862u;
            break;
        case 106:
            acc += (u64)r[a] * 22936u;
            y += (u32)(acc >> 32);
            break;
        case 107:
            r[b] -= x & 56531u;
            y += r[a];
            break;
        case 108:
            r[a] += r[b] + 24605u;
            break;
        case 109:
            x = x * 116401u + k;
            break;
        case 110:
            y ^= x >> 18;
            flag = y < 860946432u;
            break;
        case 111:
            r[a] = memory[(r[b] + 111) & 4095];
            break;
        case 112:
            memory[(x + k + 112) & 4095] = (u8)(r[a] + y);
            break;
        case 113:
            if (flag)
                at += 2 + 2;
            break;
        case 114:
            acc = acc * 231 + (x ^ r[b]);
            break;
        case 115:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 116:
            flag = (r[a] & 62563u) > (r[b] & 62563u);
            break;
        case 117:
            x = flag ? r[b] : x - 64876u;
            break;
        case 118:
            acc += (u64)r[a] * 32950u;
            y += (u32)(acc >> 32);
            break;
        case 119:
            r[b] -= x & 1024u;
            y += r[a];
            break;
        case 120:
            r[a] += r[b] + 34619u;
            break;
        case 121:
            x = x * 5387u + k;
            break;
        case 122:
            y ^= x >> 30;
            flag = y < 1189085184u;
            break;
        case 123:
            r[a] = memory[(r[b] + 123) & 4095];
            break;
        case 124:
            memory[(x + k + 124) & 4095] = (u8)(r[a] + y);
            break;
        case 125:
            if (flag)
                at += 2 + 2;
            break;
        case 126:
            acc = acc * 255 + (x ^ r[b]);
            break;
        case 127:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 128:
            flag = (r[a] & 82591u) > (r[b] & 82591u);
            break;
        case 129:
            x = flag ? r[b] : x - 9369u;
            break;
        case 130:
            acc += (u64)r[a] * 42964u;
            y += (u32)(acc >> 32);
            break;
        case 131:
            r[b] -= x & 11038u;
            y += r[a];
            break;
        case 132:
            r[a] += r[b] + 44633u;
            break;
        case 133:
            x = x * 25415u + k;
            break;
        case 134:
            y ^= x >> 11;
            flag = y < 1517223936u;
            break;
        case 135:
            r[a] = memory[(r[b] + 135) & 4095];
            break;
        case 136:
            memory[(x + k + 136) & 4095] = (u8)(r[a] + y);
            break;
        case 137:
            if (flag)
                at += 2 + 2;
            break;
        case 138:
            acc = acc * 279 + (x ^ r[b]);
            break;
        case 139:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 140:
            flag = (r[a] & 102619u) > (r[b] & 102619u);
            break;
        case 141:
            x = flag ? r[b] : x - 19383u;
            break;
        case 142:
            acc += (u64)r[a] * 52978u;
            y += (u32)(acc >> 32);
            break;
        case 143:
            r[b] -= x & 21052u;
            y += r[a];
            break;
        case 144:
            r[a] += r[b] + 54647u;
            break;
        case 145:
            x = x * 45443u + k;
            break;
        case 146:
            y ^= x >> 23;
            flag = y < 1845362688u;
            break;
        case 147:
            r[a] = memory[(r[b] + 147) & 4095];
            break;
        case 148:
            memory[(x + k + 148) & 4095] = (u8)(r[a] + y);
            break;
        case 149:
            if (flag)
                at += 2 + 2;
            break;
        case 150:
            acc = acc * 303 + (x ^ r[b]);
            break;
        case 151:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 152:
            flag = (r[a] & 122647u) > (r[b] & 122647u);
            break;
        case 153:
            x = flag ? r[b] : x - 29397u;
            break;
        case 154:
            acc += (u64)r[a] * 62992u;
            y += (u32)(acc >> 32);
            break;
        case 155:
            r[b] -= x & 31066u;
            y += r[a];
            break;
        case 156:
            r[a] += r[b] + 64661u;
            break;
        case 157:
            x = x * 65471u + k;
            break;
        case 158:
            y ^= x >> 4;
            flag = y < 26509312u;
            break;
        case 159:
            r[a] = memory[(r[b] + 159) & 4095];
            break;
        case 160:
            memory[(x + k + 160) & 4095] = (u8)(r[a] + y);
            break;
        case 161:
            if (flag)
                at += 2 + 2;
            break;
        case 162:
            acc = acc * 327 + (x ^ r[b]);
            break;
        case 163:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 164:
            flag = (r[a] & 11633u) > (r[b] & 11633u);
            break;
        case 165:
            x = flag ? r[b] : x - 39411u;
            break;
        case 166:
            acc += (u64)r[a] * 7485u;
            y += (u32)(acc >> 32);
            break;
        case 167:
            r[b] -= x & 41080u;
            y += r[a];
            break;
        case 168:
            r[a] += r[b] + 9154u;
            break;
        case 169:
            x = x * 85499u + k;
            break;
        case 170:
            y ^= x >> 16;
            flag = y < 354648064u;
            break;
        case 171:
            r[a] = memory[(r[b] + 171) & 4095];
            break;
        case 172:
            memory[(x + k + 172) & 4095] = (u8)(r[a] + y);
            break;
        case 173:
            if (flag)
                at += 2 + 2;
            break;
        case 174:
            acc = acc * 351 + (x ^ r[b]);
            break;
        case 175:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 176:
            flag = (r[a] & 31661u) > (r[b] & 31661u);
            break;
        case 177:
            x = flag ? r[b] : x - 49425u;
            break;
        case 178:
            acc += (u64)r[a] * 17499u;
            y += (u32)(acc >> 32);
            break;
        case 179:
            r[b] -= x & 51094u;
            y += r[a];
            break;
        case 180:
            r[a] += r[b] + 19168u;
            break;
        case 181:
            x = x * 105527u + k;
            break;
        case 182:
            y ^= x >> 28;
            flag = y < 682786816u;
            break;
        case 183:
            r[a] = memory[(r[b] + 183) & 4095];
            break;
        case 184:
            memory[(x + k + 184) & 4095] = (u8)(r[a] + y);
            break;
        case 185:
            if (flag)
                at += 2 + 2;
            break;
        case 186:
            acc = acc * 375 + (x ^ r[b]);
            break;
        case 187:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 188:
            flag = (r[a] & 51689u) > (r[b] & 51689u);
            break;
        case 189:
            x = flag ? r[b] : x - 59439u;
            break;
        case 190:
            acc += (u64)r[a] * 27513u;
            y += (u32)(acc >> 32);
            break;
        case 191:
            r[b] -= x & 61108u;
            y += r[a];
            break;
        case 192:
            r[a] += r[b] + 29182u;
            break;
        case 193:
            x = x * 125555u + k;
            break;
        case 194:
            y ^= x >> 9;
            flag = y < 1010925568u;
            break;
        case 195:
            r[a] = memory[(r[b] + 195) & 4095];
            break;
        case 196:
            memory[(x + k + 196) & 4095] = (u8)(r[a] + y);
            break;
        case 197:
            if (flag)
                at += 2 + 2;
            break;
        case 198:
            acc = acc * 399 + (x ^ r[b]);
            break;
        case 199:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 200:
            flag = (r[a] & 71717u) > (r[b] & 71717u);
            break;
        case 201:
            x = flag ? r[b] : x - 3932u;
            break;
        case 202:
            acc += (u64)r[a] * 37527u;
            y += (u32)(acc >> 32);
            break;
        case 203:
            r[b] -= x & 5601u;
            y += r[a];
            break;
        case 204:
            r[a] += r[b] + 39196u;
            break;
        case 205:
            x = x * 14541u + k;
            break;
        case 206:
            y ^= x >> 21;
            flag = y < 1339064320u;
            break;
        case 207:
            r[a] = memory[(r[b] + 207) & 4095];
            break;
        case 208:
            memory[(x + k + 208) & 4095] = (u8)(r[a] + y);
            break;
        case 209:
            if (flag)
                at += 2 + 2;
            break;
        case 210:
            acc = acc * 423 + (x ^ r[b]);
            break;
        case 211:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 212:
            flag = (r[a] & 91745u) > (r[b] & 91745u);
            break;
        case 213:
            x = flag ? r[b] : x - 13946u;
            break;
        case 214:
            acc += (u64)r[a] * 47541u;
            y += (u32)(acc >> 32);
            break;
        case 215:
            r[b] -= x & 15615u;
            y += r[a];
            break;
        case 216:
            r[a] += r[b] + 49210u;
            break;
        case 217:
            x = x * 34569u + k;
            break;
        case 218:
            y ^= x >> 2;
            flag = y < 1667203072u;
            break;
        case 219:
            r[a] = memory[(r[b] + 219) & 4095];
            break;
        case 220:
            memory[(x + k + 220) & 4095] = (u8)(r[a] + y);
            break;
        case 221:
            if (flag)
                at += 2 + 2;
            break;
        case 222:
            acc = acc * 447 + (x ^ r[b]);
            break;
        case 223:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 224:
            flag = (r[a] & 111773u) > (r[b] & 111773u);
            break;
        case 225:
            x = flag ? r[b] : x - 23960u;
            break;
        case 226:
            acc += (u64)r[a] * 57555u;
            y += (u32)(acc >> 32);
            break;
        case 227:
            r[b] -= x & 25629u;
            y += r[a];
            break;
        case 228:
            r[a] += r[b] + 59224u;
            break;
        case 229:
            x = x * 54597u + k;
            break;
        case 230:
            y ^= x >> 14;
            flag = y < 1995341824u;
            break;
        case 231:
            r[a] = memory[(r[b] + 231) & 4095];
            break;
        case 232:
            memory[(x + k + 232) & 4095] = (u8)(r[a] + y);
            break;
        case 233:
            if (flag)
                at += 2 + 2;
            break;
        case 234:
            acc = acc * 471 + (x ^ r[b]);
            break;
        case 235:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 236:
            flag = (r[a] & 759u) > (r[b] & 759u);
            break;
        case 237:
            x = flag ? r[b] : x - 33974u;
            break;
        case 238:
            acc += (u64)r[a] * 2048u;
            y += (u32)(acc >> 32);
            break;
        case 239:
            r[b] -= x & 35643u;
            y += r[a];
            break;
        case 240:
            r[a] += r[b] + 3717u;
            break;
        case 241:
            x = x * 74625u + k;
            break;
        case 242:
            y ^= x >> 26;
            flag = y < 176488448u;
            break;
        case 243:
            r[a] = memory[(r[b] + 243) & 4095];
            break;
        case 244:
            memory[(x + k + 244) & 4095] = (u8)(r[a] + y);
            break;
        case 245:
            if (flag)
                at += 2 + 2;
            break;
        case 246:
            acc = acc * 495 + (x ^ r[b]);
            break;
        case 247:
            r[a] = (r[a] << 8 | r[a] >> 24) ^ y;
            break;
        case 248:
            flag = (r[a] & 20787u) > (r[b] & 20787u);
            break;
        case 249:
            x = flag ? r[b] : x - 43988u;
            break;
        case 250:
            acc += (u64)r[a] * 12062u;
            y += (u32)(acc >> 32);
            break;
        case 251:
            r[b] -= x & 45657u;
            y += r[a];
            break;
        case 252:
            r[a] += r[b] + 13731u;
            break;
        case 253:
            x = x * 94653u + k;
            break;
        case 254:
            y ^= x >> 7;
            flag = y < 504627200u;
            break;
        case 255:
            r[a] = memory[(r[b] + 255) & 4095];
            break;
        case 256:
            memory[(x + k + 256) & 4095] = (u8)(r[a] + y);
            break;
        case 257:
            if (flag)
                at += 2 + 2;
            break;
        case 258:
            acc = acc * 519 + (x ^ r[b]);
            break;
        case 259:
            r[a] = (r[a] << 20 | r[a] >> 12) ^ y;
            break;
        case 260:
            flag = (r[a] & 40815u) > (r[b] & 40815u);
            break;
        case 261:
            x = flag ? r[b] : x - 54002u;
            break;
        case 262:
            acc += (u64)r[a] * 22076u;
            y += (u32)(acc >> 32);
            break;
        case 263:
            r[b] -= x & 55671u;
            y += r[a];
            break;
        case 264:
            r[a] += r[b] + 23745u;
            break;
        case 265:
            x = x * 114681u + k;
            break;
        case 266:
            y ^= x >> 19;
            flag = y < 832765952u;
            break;
        case 267:
            r[a] = memory[(r[b] + 267) & 4095];
            break;
        case 268:
            memory[(x + k + 268) & 4095] = (u8)(r[a] + y);
            break;
        case 269:
            if (flag)
                at += 2 + 2;
            break;
        case 270:
            acc = acc * 543 + (x ^ r[b]);
            break;
        case 271:
            r[a] = (r[a] << 2 | r[a] >> 30) ^ y;
            break;
        case 272:
            flag = (r[a] & 60843u) > (r[b] & 60843u);
            break;
        case 273:
            x = flag ? r[b] : x - 64016u;
            break;
        case 274:
            acc += (u64)r[a] * 32090u;
            y += (u32)(acc >> 32);
            break;
        case 275:
            r[b] -= x & 164u;
            y += r[a];
            break;
        case 276:
            r[a] += r[b] + 33759u;
            break;
        case 277:
            x = x * 3667u + k;
            break;
        case 278:
            y ^= x >> 31;
            flag = y < 1160904704u;
            break;
        case 279:
            r[a] = memory[(r[b] + 279) & 4095];
            break;
        case 280:
            memory[(x + k + 280) & 4095] = (u8)(r[a] + y);
            break;
        case 281:
            if (flag)
                at += 2 + 2;
            break;
        case 282:
            acc = acc * 567 + (x ^ r[b]);
            break;
        case 283:
            r[a] = (r[a] << 14 | r[a] >> 18) ^ y;
            break;
        case 284:
            flag = (r[a] & 80871u) > (r[b] & 80871u);
            break;
        case 285:
            x = flag ? r[b] : x - 8509u;
            break;
        case 286:
            acc += (u64)r[a] * 42104u;
            y += (u32)(acc >> 32);
            break;
        case 287:
            r[b] -= x & 10178u;
            y += r[a];
            break;
        case 288:
            r[a] += r[b] + 43773u;
            break;
        case 289:
            x = x * 23695u + k;
            break;
        case 290:
            y ^= x >> 12;
            flag = y < 1489043456u;
            break;
        case 291:
            r[a] = memory[(r[b] + 291) & 4095];
            break;
        case 292:
            memory[(x + k + 292) & 4095] = (u8)(r[a] + y);
            break;
        case 293:
            if (flag)
                at += 2 + 2;
            break;
        case 294:
            acc = acc * 591 + (x ^ r[b]);
            break;
        case 295:
            r[a] = (r[a] << 26 | r[a] >> 6) ^ y;
            break;
        case 296:
            flag = (r[a] & 100899u) > (r[b] & 100899u);
            break;
        case 297:
            x = flag ? r[b] : x - 18523u;
            break;
        case 298:
            acc += (u64)r[a] * 52118u;
            y += (u32)(acc >> 32);
            break;
        case 299:
            r[b] -= x & 20192u;
            y += r[a];
            break;
        default:
            at = program - 1;
            break;
        }
        at++;
    }
    for (u32 i = 0; i < COUNT(r); i++)
        acc = mix(acc, r[i]);
    return mix(acc, (u64)x << 32 | y);
}

EXPORT i64 run(i32 n)
{
    u32 random = 300;
    for (u32 i = 0; i < COUNT(r); i++)
        r[i] = i * 77;
    for (u32 i = 0; i < sizeof memory; i++)
        memory[i] = (u8)i;
    for (u32 i = 0; i < Length; i++) {
        u32 x = next(&random);
        program[i] = (Instruction){ (u16)((x >> 8) % Cases), (u8)x, (u8)(x >> 4), next(&random) };
    }
    for (u32 i = Length; i < COUNT(program); i++)
        program[i].opcode = 0xffff;
    return (i64)interpret(n);
}
